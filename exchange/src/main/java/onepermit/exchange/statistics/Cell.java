package onepermit.exchange.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import onepermit.exchange.identity.DivisionCode;

/**
 * What is told of one division.
 *
 * @param among of a share, among whom; of a count 0
 * @param unknown persons of whom it is not known whether they count
 */
public record Cell(DivisionCode division, boolean suppressed, long count, long among, long unknown) {
    private static final int BASIS_POINTS = 10_000;

    Cell withheld() {
        return new Cell(division, true, 0, 0, 0);
    }

    /** Basis points, rounded half up; 0 where nobody is there. */
    public int shareBp() {
        return among == 0
                ? 0
                : BigDecimal.valueOf(count)
                        .multiply(BigDecimal.valueOf(BASIS_POINTS))
                        .divide(BigDecimal.valueOf(among), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }
}
