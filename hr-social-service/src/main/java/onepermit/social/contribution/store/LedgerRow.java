package onepermit.social.contribution.store;

import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.LedgerYear;
import onepermit.social.contribution.MonthSet;
import onepermit.social.contribution.Payment;

/** A row of {@code contribution_year}: the twelve slots of one employer. */
@SuppressWarnings("ArrayRecordComponent") // lives for one statement
record LedgerRow(LedgerYear.Key year, Employer employer, MonthSet paid, MonthSet backPaid, long[] bases) {

    /** One row an employer; a year without payments has none. */
    static List<LedgerRow> of(LedgerYear year) {
        Map<Employer, Slots> byEmployer = new TreeMap<>();
        year.payments()
                .forEach((month, payments) -> payments.forEach(payment -> byEmployer
                        .computeIfAbsent(payment.employer(), e -> new Slots())
                        .add(month, payment)));
        return byEmployer.entrySet().stream()
                .map(entry -> entry.getValue().row(year.key(), entry.getKey()))
                .toList();
    }

    static LedgerYear year(LedgerYear.Key key, Collection<LedgerRow> rows) {
        Map<Month, List<Payment>> payments = new EnumMap<>(Month.class);
        rows.forEach(row -> row.paid
                .of(key.year())
                .forEach(month -> payments.computeIfAbsent(month.getMonth(), m -> new ArrayList<>(1))
                        .add(row.payment(month.getMonth()))));
        return new LedgerYear(key, payments);
    }

    String basesLiteral() {
        return Arrays.stream(bases).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private Payment payment(Month month) {
        return new Payment(employer, bases[month.ordinal()], backPaid.contains(month));
    }

    /** The slots while they are being filled. */
    private static final class Slots {
        private final long[] bases = new long[12];
        private MonthSet paid = MonthSet.NONE;
        private MonthSet backPaid = MonthSet.NONE;

        void add(Month month, Payment payment) {
            bases[month.ordinal()] = payment.baseFen();
            paid = paid.with(month);
            backPaid = payment.backPaid() ? backPaid.with(month) : backPaid;
        }

        LedgerRow row(LedgerYear.Key year, Employer employer) {
            return new LedgerRow(year, employer, paid, backPaid, bases);
        }
    }
}
