package onepermit.social.contribution;

import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * What must be seen together: the twelve months of one person, place, insurance kind and year. Two employers may pay the same month;
 * it counts once.
 */
public final class LedgerYear {
    private final Key key;
    private final Map<Month, Map<Employer, Payment>> payments = new EnumMap<>(Month.class);
    private final List<Replaced> replaced = new ArrayList<>();
    private boolean changed;

    /** @param stored as they stand in the ledger */
    public LedgerYear(Key key, Map<Month, ? extends Collection<Payment>> stored) {
        this.key = key;
        stored.forEach((month, paid) -> paid.forEach(payment -> put(month, payment)));
    }

    /** Which year of whom, where, of which kind. */
    public record Key(PersonKey person, DivisionCode place, InsuranceKind kind, int year) {}

    /** A payment that no longer stands, for the history. */
    public record Replaced(Month month, Payment payment) {}

    /** What became of a posted line. */
    public enum Posting {
        NEW,
        CHANGED,
        DUPLICATE
    }

    /** Posts what an employer paid for a month. The same line again is a duplicate; other figures replace those that stood. */
    public Posting post(Month month, Payment payment) {
        Payment before = put(month, payment);
        if (payment.equals(before)) {
            return Posting.DUPLICATE;
        }
        changed = true;
        if (before == null) {
            return Posting.NEW;
        }
        replaced.add(new Replaced(month, before));
        return Posting.CHANGED;
    }

    /** Sets a month as it should be: this payment alone, or none. */
    public void correct(Month month, Optional<Payment> truth) {
        payments.getOrDefault(month, Map.of()).values().forEach(payment -> replaced.add(new Replaced(month, payment)));
        payments.remove(month);
        truth.ifPresent(payment -> put(month, payment));
        changed = true;
    }

    public boolean paid(Month month) {
        return payments.containsKey(month);
    }

    public MonthSet paid() {
        return months(payment -> true);
    }

    /** Months for which every payment came after its time. */
    public MonthSet backPaid() {
        return paid().without(months(payment -> !payment.backPaid()));
    }

    /** All payments, by month and employer. */
    public Map<Month, Collection<Payment>> payments() {
        Map<Month, Collection<Payment>> all = new EnumMap<>(Month.class);
        payments.forEach((month, paid) -> all.put(month, List.copyOf(paid.values())));
        return all;
    }

    public Key key() {
        return key;
    }

    public List<Replaced> replaced() {
        return List.copyOf(replaced);
    }

    public boolean changed() {
        return changed;
    }

    private MonthSet months(Predicate<Payment> which) {
        MonthSet months = MonthSet.NONE;
        for (Map.Entry<Month, Map<Employer, Payment>> month : payments.entrySet()) {
            months = month.getValue().values().stream().anyMatch(which) ? months.with(month.getKey()) : months;
        }
        return months;
    }

    private @Nullable Payment put(Month month, Payment payment) {
        return payments.computeIfAbsent(month, m -> new TreeMap<>()).put(payment.employer(), payment);
    }
}
