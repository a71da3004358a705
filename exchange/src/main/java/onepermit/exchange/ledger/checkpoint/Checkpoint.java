package onepermit.exchange.ledger.checkpoint;

import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.TreeHasher;

/**
 * The text of a C2SP tlog-checkpoint: a ledger's tree at one size.
 *
 * @param origin name of the ledger
 * @param size leaves
 * @param root RFC 9162 hash of the tree
 * @param extensions further lines, none empty; nobody checks them, so we write none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!isLine(origin) || size < 0 || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException(
                    "a checkpoint has an origin, a size from 0 and no empty extension line: " + origin + ", " + size);
        }
        if (size == 0 && !root.equals(TreeHasher.empty())) {
            throw new IllegalArgumentException(
                    "a tree without leaves has root " + TreeHasher.empty() + ", not " + root);
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    private static boolean isLine(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> c < ' ');
    }

    /** @throws MalformedText unless it is written as {@link #text} writes it */
    static Checkpoint parse(String text) {
        Lines lines = Lines.of(text);
        String origin = notEmpty(lines, "the origin");
        long size = lines.number(lines.next("the tree size"), "the tree size");
        Hash root = lines.hash(lines.next("the root hash"));
        if (size == 0 && !root.equals(TreeHasher.empty())) {
            throw lines.wrong("the root of a tree without leaves, " + TreeHasher.empty());
        }
        List<String> extensions = new ArrayList<>();
        while (lines.hasNext()) {
            extensions.add(notEmpty(lines, "an extension line that is not empty"));
        }
        return new Checkpoint(origin, size, root, extensions);
    }

    private static String notEmpty(Lines lines, String expected) {
        String line = lines.next(expected);
        if (line.isEmpty()) {
            throw lines.wrong(expected);
        }
        return line;
    }

    /** What is signed, the last newline with it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
