package onepermit.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A C2SP tlog-proof.
 *
 * @param extra bytes that nobody signed
 * @param path hashes from the leaf's sibling to the root's child
 */
@SuppressWarnings("ArrayRecordComponent")
record Receipt(
        Optional<byte[]> extra, long index, List<byte[]> path, Checkpoint checkpoint, List<Signature> signatures) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String SIGNATURE = "\u2014 NAME BASE64, in it a key id of 4 bytes and a signature";
    private static final int SIGNATURES = 100;

    /** @param text all that is signed */
    record Checkpoint(String origin, long size, byte[] root, String text) {}

    /** @param keyId with the name it says which key it was, and proves nothing */
    record Signature(String name, byte[] keyId, byte[] bytes) {}

    static Receipt parse(byte[] file) throws Malformed {
        Text text = Text.strict("receipt", file);
        if (!text.next(HEADER).equals(HEADER)) {
            throw text.wrong(HEADER);
        }
        Optional<byte[]> extra = Optional.empty();
        if (text.nextStartsWith("extra")) {
            extra = Text.base64(text.after("extra ", "extra BASE64"));
            if (extra.isEmpty()) {
                throw text.wrong("extra BASE64");
            }
        }
        long index = text.number(text.after("index ", "index NUMBER"), "the index of the leaf");
        List<byte[]> path = new ArrayList<>();
        String expected = "a hash or an empty line";
        for (String line = text.next(expected); !line.isEmpty(); line = text.next(expected)) {
            path.add(text.hash(line));
        }
        return new Receipt(extra, index, path, checkpoint(text), signatures(text));
    }

    private static Checkpoint checkpoint(Text text) throws Malformed {
        String origin = text.next("the origin");
        if (origin.isEmpty()) {
            throw text.wrong("the origin");
        }
        String size = text.next("the tree size");
        long leaves = text.number(size, "the tree size");
        String root = text.next("the root hash");
        byte[] hash = text.hash(root);
        StringBuilder signed = new StringBuilder(origin + "\n" + size + "\n" + root + "\n");
        String expected = "an extension line or an empty line";
        for (String line = text.next(expected); !line.isEmpty(); line = text.next(expected)) {
            signed.append(line).append('\n');
        }
        return new Checkpoint(origin, leaves, hash, signed.toString());
    }

    static List<Signature> signatures(Text text) throws Malformed {
        List<Signature> signatures = new ArrayList<>();
        do {
            signatures.add(signature(text));
            if (signatures.size() > SIGNATURES) {
                throw text.wrong("at most " + SIGNATURES + " signatures");
            }
        } while (text.hasNext());
        return signatures;
    }

    private static Signature signature(Text text) throws Malformed {
        String[] words = text.next(SIGNATURE).split(" ", -1);
        if (words.length == 3 && words[0].equals("\u2014") && Text.isKeyName(words[1])) {
            Optional<byte[]> blob = Text.base64(words[2]).filter(bytes -> bytes.length > Key.ID);
            if (blob.isPresent()) {
                byte[] bytes = blob.get();
                return new Signature(
                        words[1], Arrays.copyOf(bytes, Key.ID), Arrays.copyOfRange(bytes, Key.ID, bytes.length));
            }
        }
        throw text.wrong(SIGNATURE);
    }
}
