package onepermit.social.contribution;

import java.util.Locale;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/**
 * Who pays: an employer by its unified social credit code (统一社会信用代码, GB 32100-2015), or the flexible worker.
 *
 * @param code 18 characters, or {@code FLEXIBLE}
 */
public record Employer(String code) implements Comparable<Employer> {
    public static final Employer FLEXIBLE = new Employer("FLEXIBLE");

    public static Employer read(String field, String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return code.equals(FLEXIBLE.code) || code.equals("灵活就业") ? FLEXIBLE : new Employer(Uscc.checked(field, code));
    }

    public boolean flexible() {
        return equals(FLEXIBLE);
    }

    @Override
    public int compareTo(Employer other) {
        return code.compareTo(other.code);
    }

    /** The check of GB 32100-2015: 31 characters without I, O, S, V, Z; weights are the powers of 3; modulus 31. */
    private static final class Uscc {
        private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        private static final int LENGTH = 18;

        static String checked(String field, String code) {
            if (code.length() != LENGTH) {
                throw refused(
                        field, "LENGTH", "expected " + LENGTH + " characters or FLEXIBLE, found " + code.length());
            }
            if (code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
                throw refused(field, "CHARACTERS", "expected digits and capital letters without I, O, S, V, Z");
            }
            if (checkCharacter(code) != code.charAt(LENGTH - 1)) {
                throw refused(
                        field, "CHECK_DIGIT", "'" + code + "' has a wrong check character; look for a typing error");
            }
            return code;
        }

        private static char checkCharacter(String code) {
            int sum = 0;
            int weight = 1;
            for (int i = 0; i < LENGTH - 1; i++) {
                sum += ALPHABET.indexOf(code.charAt(i)) * weight;
                weight = weight * 3 % 31;
            }
            return ALPHABET.charAt((31 - sum % 31) % 31);
        }

        private static RefusalException refused(String field, String reason, String text) {
            return new RefusalException(Refusal.invalid("EMPLOYER_" + reason, field, text));
        }
    }
}
