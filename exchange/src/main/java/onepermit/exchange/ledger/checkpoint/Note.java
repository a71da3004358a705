package onepermit.exchange.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A C2SP signed-note: a text and who signed it. That it was parsed says nothing of its signatures.
 *
 * @param text ends in a newline
 * @param signatures at least one, in their order
 */
public record Note(String text, List<NoteSignature> signatures) {
    /** Signatures in a note, at most. */
    public static final int SIGNATURES = 100;
    /** Bytes of a note, at most. */
    public static final int BYTES = 1 << 20;

    public Note {
        signatures = List.copyOf(signatures);
        if (text.isEmpty() || !text.endsWith("\n") || signatures.isEmpty() || signatures.size() > SIGNATURES) {
            throw new IllegalArgumentException(
                    "a note is a text that ends in a newline with 1 to " + SIGNATURES + " signatures");
        }
    }

    /** @throws MalformedText unless it is written as {@link #toString} writes it */
    public static Note parse(byte[] note) {
        return parse(Lines.of(note, BYTES).rest());
    }

    static Note parse(String note) {
        int gap = note.lastIndexOf("\n\n");
        Lines lines = Lines.of(note);
        if (gap < 0) {
            throw MalformedText.endsBefore(count(note) + 1, "an empty line between text and signatures");
        }
        String text = note.substring(0, gap + 1);
        for (int line = count(text) + 1; line > 0; line--) {
            lines.next("a line of the text");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        do {
            signatures.add(NoteSignature.parse(lines));
        } while (lines.hasNext() && signatures.size() < SIGNATURES);
        if (lines.hasNext()) {
            throw MalformedText.at(
                    lines.read() + 1, "at most " + SIGNATURES + " signatures", lines.next("a signature"));
        }
        return new Note(text, signatures);
    }

    private static int count(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    Note with(NoteSignature more) {
        return new Note(
                text, Stream.concat(signatures.stream(), Stream.of(more)).toList());
    }

    public byte[] toBytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return signatures.stream().map(signature -> signature + "\n").collect(Collectors.joining("", text + "\n", ""));
    }
}
