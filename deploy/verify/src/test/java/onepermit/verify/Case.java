package onepermit.verify;

import java.util.Base64;
import java.util.Optional;

/** A receipt to be checked, with what is shown beside it. */
@SuppressWarnings("ArrayRecordComponent")
record Case(String name, byte[] receipt, Optional<byte[]> leaf, byte[] policy) {

    /** The exit code of the verifier in Java. */
    int code() {
        try {
            return Verifier.verify(receipt, leaf, policy).code();
        } catch (Malformed e) {
            return Outcome.MALFORMED;
        }
    }

    /** For the verifier in JavaScript. */
    String json() {
        return "{\"receipt\":\"" + base64(receipt) + "\",\"policy\":\"" + base64(policy) + "\""
                + leaf.map(bytes -> ",\"leaf\":\"" + base64(bytes) + "\"").orElse("") + "}";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
