package onepermit.social.pension;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onepermit.exchange.identity.DivisionCode;

/**
 * A pension relation at a place, at the level of comparison.
 *
 * @param months paid and deemed
 * @param last month paid; empty = deemed months only
 */
public record PensionRelation(DivisionCode place, int months, Optional<YearMonth> last) {
    private static final Comparator<PensionRelation> LATEST_FIRST = Comparator.comparing(
                    (PensionRelation relation) -> relation.last().orElse(YearMonth.of(1, 1)))
            .reversed()
            .thenComparing(relation -> relation.place().value());

    /** Relations, the current one first. A month paid twice inside a place counts once. */
    static List<PensionRelation> of(Collection<PensionAccount> accounts, ComparisonLevel level) {
        Map<String, List<PensionAccount>> byPlace = accounts.stream()
                .collect(Collectors.groupingBy(
                        account -> level.of(account.place()).value(), TreeMap::new, Collectors.toList()));
        return byPlace.entrySet().stream()
                .map(place -> of(new DivisionCode(place.getKey()), place.getValue()))
                .filter(relation -> relation.months > 0)
                .sorted(LATEST_FIRST)
                .toList();
    }

    private static PensionRelation of(DivisionCode place, List<PensionAccount> accounts) {
        Set<YearMonth> paid = new HashSet<>();
        accounts.forEach(account -> paid.addAll(account.paid()));
        int deemed = accounts.stream().mapToInt(PensionAccount::deemedMonths).sum();
        return new PensionRelation(place, paid.size() + deemed, paid.stream().max(Comparator.naturalOrder()));
    }
}
