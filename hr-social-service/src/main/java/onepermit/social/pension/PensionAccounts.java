package onepermit.social.pension;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;

/** Accounts by pooling region, from contributions and from what the offices recorded. */
final class PensionAccounts {
    private PensionAccounts() {}

    /** @param upTo last month that counts: the place is determined as of benefit age */
    static List<PensionAccount> of(
            List<PensionReading.PensionYear> years, Map<DivisionCode, RelationRecord> records, YearMonth upTo) {
        Map<DivisionCode, SortedSet<YearMonth>> paid = new TreeMap<>(Comparator.comparing(DivisionCode::value));
        records.keySet().forEach(place -> paid.put(place, new TreeSet<>()));
        years.forEach(year -> months(year)
                .filter(month -> !month.isAfter(upTo))
                .forEach(month ->
                        paid.computeIfAbsent(year.place(), p -> new TreeSet<>()).add(month)));
        return paid.entrySet().stream()
                .map(account -> new PensionAccount(
                        account.getKey(), account.getValue(), Optional.ofNullable(records.get(account.getKey()))))
                .toList();
    }

    private static Stream<YearMonth> months(PensionReading.PensionYear year) {
        return IntStream.rangeClosed(1, 12)
                .filter(month -> (year.paid() & 1 << (month - 1)) != 0)
                .mapToObj(month -> YearMonth.of(year.year(), month));
    }
}
