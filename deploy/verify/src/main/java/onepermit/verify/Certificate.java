package onepermit.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate: lines that a department signed with the key of its ledger.
 *
 * @param issuer name of the key that may sign it, which its first line names
 * @param text all that is signed
 */
record Certificate(String issuer, String text, List<Receipt.Signature> signatures) {
    private static final Pattern HEADER = Pattern.compile("([^\\p{IsWhite_Space}+]+)/[a-z-]+-certificate@v1");

    /** Whether the first line says so. */
    static boolean is(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        return HEADER.matcher(text.split("\n", 2)[0]).matches();
    }

    static Certificate parse(byte[] file) throws Malformed {
        Text text = Text.strict("certificate", file);
        Matcher header = HEADER.matcher(text.next("NAME/KIND-certificate@v1"));
        if (!header.matches()) {
            throw text.wrong("NAME/KIND-certificate@v1");
        }
        StringBuilder signed = new StringBuilder(header.group()).append('\n');
        String expected = "a line or an empty line";
        for (String line = text.next(expected); !line.isEmpty(); line = text.next(expected)) {
            signed.append(line).append('\n');
        }
        return new Certificate(header.group(1), signed.toString(), Receipt.signatures(text));
    }

    Outcome check(Policy policy) {
        List<String> signers = new ArrayList<>();
        for (Key key : policy.logs()) {
            for (Receipt.Signature signature : signatures) {
                if (key.isNamedBy(signature)) {
                    if (!key.verifies(text, signature)) {
                        return Outcome.invalid("the signature of the known key " + key.name() + " does not verify");
                    }
                    signers.add(key.name());
                }
            }
        }
        return signers.contains(issuer)
                ? new Outcome(Outcome.VALID, "VALID: signed by " + issuer + "\n" + text.strip())
                : Outcome.invalid("no known key of \"" + issuer + "\" signed the certificate");
    }

    static Outcome verify(byte[] file, Optional<byte[]> leaf, byte[] policy) throws Malformed {
        if (leaf.isPresent()) {
            throw new Malformed("certificate: it has no leaf");
        }
        return parse(file).check(Policy.parse(policy));
    }
}
