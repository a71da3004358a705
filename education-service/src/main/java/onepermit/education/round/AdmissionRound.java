package onepermit.education.round;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import onepermit.exchange.identity.DivisionCode;

/**
 * The admission of one school year in one division.
 *
 * @param id {@code <division>-<year>}
 * @param year first calendar year of the school year
 * @param procedure as it stood when the round was opened
 * @param seats by school code
 * @param seed of the lottery, hex of 32 bytes; told with the ranking and not before
 */
public record AdmissionRound(
        String id,
        int year,
        DivisionCode division,
        Procedure procedure,
        Filing filing,
        SortedMap<String, Integer> seats,
        String seed,
        long version) {

    public static String idOf(DivisionCode division, int year) {
        return division.value() + "-" + year;
    }

    /** SHA-256 of the seed's bytes, hex: told from the first day on, so that nobody can change the seed later. */
    public String seedHash() {
        try {
            byte[] bytes = HexFormat.of().parseHex(seed);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    AdmissionRound filingClosed() {
        if (filing.closed()) {
            throw RoundRefusals.filingOver();
        }
        return new AdmissionRound(
                id,
                year,
                division,
                procedure,
                new Filing(filing.opens(), filing.closes(), true),
                seats,
                seed,
                version + 1);
    }

    /** The seed is told with the ranking and not before. */
    @Override
    public String toString() {
        return "AdmissionRound[" + id + "]";
    }
}
