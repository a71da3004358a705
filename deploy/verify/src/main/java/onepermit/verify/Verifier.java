package onepermit.verify;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks one receipt: signatures first, for without them the rest says nothing, then the way from the leaf to the root. */
final class Verifier {
    private final Receipt receipt;
    private final Policy policy;

    private Verifier(Receipt receipt, Policy policy) {
        this.receipt = receipt;
        this.policy = policy;
    }

    /**
     * @param receipt or a certificate, which its first line tells
     * @param leaf where it is absent, the receipt's extra bytes are the leaf
     */
    static Outcome verify(byte[] receipt, Optional<byte[]> leaf, byte[] policy) throws Malformed {
        if (Certificate.is(receipt)) {
            return Certificate.verify(receipt, leaf, policy);
        }
        Receipt parsed = Receipt.parse(receipt);
        Verifier verifier = new Verifier(parsed, Policy.parse(policy));
        byte[] bytes = leaf.or(parsed::extra)
                .orElseThrow(() -> new Malformed("receipt: expected the leaf in a line \"extra\", or --leaf"));
        return verifier.refusal(Tree.leaf(bytes)).map(Outcome::invalid).orElseGet(verifier::valid);
    }

    private Optional<String> refusal(byte[] leaf) {
        return forged().or(this::unsigned).or(this::unwitnessed).or(() -> notIncluded(leaf));
    }

    private Optional<String> forged() {
        return receipt.signatures().stream()
                .filter(signature -> Stream.concat(policy.logs().stream(), policy.witnesses().values().stream())
                        .anyMatch(key -> key.isNamedBy(signature)
                                && !key.verifies(receipt.checkpoint().text(), signature)))
                .map(signature -> "the signature of the known key " + signature.name() + " does not verify")
                .findFirst();
    }

    private Optional<String> unsigned() {
        String origin = receipt.checkpoint().origin();
        boolean signed = policy.logs().stream()
                .filter(log -> log.name().equals(origin))
                .anyMatch(log -> receipt.signatures().stream().anyMatch(log::isNamedBy));
        return signed
                ? Optional.empty()
                : Optional.of("no known key of the log \"" + origin + "\" signed the checkpoint");
    }

    private Optional<String> unwitnessed() {
        Map<String, Instant> cosigned = cosigned();
        return policy.isEnough(cosigned.keySet())
                ? Optional.empty()
                : Optional.of(
                        "the quorum \"" + policy.quorum() + "\" is not reached: cosigned by " + cosigned.keySet());
    }

    /** Only once it is known that no signature is forged. */
    private Map<String, Instant> cosigned() {
        Map<String, Instant> cosigned = new LinkedHashMap<>();
        policy.witnesses()
                .forEach((name, key) -> receipt.signatures().stream()
                        .filter(key::isNamedBy)
                        .mapToLong(Key::seconds)
                        .max()
                        .ifPresent(seconds -> cosigned.put(name, instant(seconds))));
        return cosigned;
    }

    private static Instant instant(long seconds) {
        return Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()));
    }

    private Optional<String> notIncluded(byte[] leaf) {
        Receipt.Checkpoint tree = receipt.checkpoint();
        if (receipt.index() >= tree.size()) {
            return Optional.of("a tree of " + tree.size() + " leaves has none at index " + receipt.index());
        }
        Optional<byte[]> reached = Tree.root(leaf, receipt.index(), tree.size(), receipt.path());
        if (reached.isEmpty()) {
            return Optional.of(receipt.path().size() + " hashes are no proof of index " + receipt.index()
                    + " in a tree of " + tree.size() + " leaves");
        }
        return Arrays.equals(reached.get(), tree.root())
                ? Optional.empty()
                : Optional.of("leaf " + base64(leaf) + " at index " + receipt.index() + " leads to root "
                        + base64(reached.get()) + ", the checkpoint has " + base64(tree.root()));
    }

    private Outcome valid() {
        Receipt.Checkpoint tree = receipt.checkpoint();
        StringBuilder text = new StringBuilder("VALID: leaf " + receipt.index() + " of " + tree.origin()
                + ", in its tree of " + tree.size() + " leaves with root " + base64(tree.root()));
        cosigned()
                .forEach((name, time) -> text.append("\n  cosigned by ")
                        .append(name)
                        .append(" at ")
                        .append(time));
        return new Outcome(Outcome.VALID, text.toString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
