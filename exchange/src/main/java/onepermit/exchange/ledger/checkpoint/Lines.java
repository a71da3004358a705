package onepermit.exchange.ledger.checkpoint;

import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.ledger.merkle.Hash;

/** A text read line by line, each of which ends in a newline. */
final class Lines {
    private final List<String> lines;
    private int next;

    private Lines(List<String> lines) {
        this.lines = lines;
    }

    /** @param mostBytes a longer text is refused unread */
    static Lines of(byte[] text, int mostBytes) {
        if (text.length > mostBytes) {
            throw MalformedText.at(1, "at most " + mostBytes + " bytes", text.length + " bytes");
        }
        return of(Encoding.utf8(text));
    }

    static Lines of(String text) {
        if (!text.endsWith("\n")) {
            int last = 1 + (int) text.chars().filter(c -> c == '\n').count();
            throw MalformedText.at(last, "a newline at the end", text.substring(text.lastIndexOf('\n') + 1));
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).chars().anyMatch(c -> c < ' ')) {
                throw MalformedText.at(i + 1, "no control character", lines.get(i));
            }
        }
        return new Lines(lines);
    }

    boolean hasNext() {
        return next < lines.size();
    }

    /** @param expected what stands there in a right text */
    String next(String expected) {
        if (!hasNext()) {
            throw MalformedText.endsBefore(next + 1, expected);
        }
        return lines.get(next++);
    }

    boolean nextStartsWith(String beginning) {
        return hasNext() && lines.get(next).startsWith(beginning);
    }

    /** What follows a word and a space. */
    String after(String word, String expected) {
        String line = next(expected);
        if (!line.startsWith(word + " ")) {
            throw wrong(expected);
        }
        return line.substring(word.length() + 1);
    }

    /** Hashes, one a line, up to an empty line, which is read too. */
    List<Hash> hashes(int atMost) {
        List<Hash> hashes = new ArrayList<>();
        String expected = "a hash in base64 or an empty line";
        for (String line = next(expected); !line.isEmpty(); line = next(expected)) {
            if (hashes.size() == atMost) {
                throw wrong("an empty line after at most " + atMost + " hashes");
            }
            hashes.add(hash(line));
        }
        return hashes;
    }

    /** Of the line read last. */
    Hash hash(String base64) {
        byte[] bytes = Encoding.base64(base64);
        if (bytes == null || bytes.length != Hash.LENGTH) {
            throw wrong("a hash of 32 bytes in base64");
        }
        return Hash.of(bytes);
    }

    /** Of the line read last. */
    long number(String decimal, String what) {
        long number = Encoding.decimal(decimal);
        if (number < 0) {
            throw wrong(what + " in decimal, without leading zeroes, at most 2^63 - 1");
        }
        return number;
    }

    /** An error in the line read last. */
    MalformedText wrong(String expected) {
        return MalformedText.at(next, expected, lines.get(next - 1));
    }

    /** Lines read so far. */
    int read() {
        return next;
    }

    /** All that was not read yet, the newlines with it. */
    String rest() {
        List<String> rest = lines.subList(next, lines.size());
        next = lines.size();
        return rest.isEmpty() ? "" : String.join("\n", rest) + "\n";
    }
}
