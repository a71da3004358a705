package onepermit.social.contribution;

import java.time.Month;
import java.time.YearMonth;
import java.util.stream.Stream;

/**
 * Months of one year.
 *
 * @param bits bit 0 = January … bit 11 = December
 */
public record MonthSet(int bits) {
    public static final MonthSet NONE = new MonthSet(0);

    public MonthSet with(Month month) {
        return new MonthSet(bits | bit(month));
    }

    public MonthSet without(MonthSet others) {
        return new MonthSet(bits & ~others.bits);
    }

    public boolean contains(Month month) {
        return (bits & bit(month)) != 0;
    }

    public Stream<YearMonth> of(int year) {
        return Stream.of(Month.values()).filter(this::contains).map(month -> YearMonth.of(year, month));
    }

    private static int bit(Month month) {
        return 1 << (month.getValue() - 1);
    }
}
