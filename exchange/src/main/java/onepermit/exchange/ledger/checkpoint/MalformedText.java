package onepermit.exchange.ledger.checkpoint;

/** A text that is not of its format: which line, what was expected there, and what was found. */
public final class MalformedText extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 80;

    private final int line;
    private final String problem;

    private MalformedText(int line, String problem) {
        super("line " + line + ": " + problem);
        this.line = line;
        this.problem = problem;
    }

    /** @param line from 1 */
    static MalformedText at(int line, String expected, String found) {
        String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
        return new MalformedText(line, "expected " + expected + ", found \"" + shown + "\"");
    }

    static MalformedText endsBefore(int line, String expected) {
        return new MalformedText(line, "expected " + expected + ", found the end");
    }

    /** The same in a text that has other lines above. */
    MalformedText below(int lines) {
        return new MalformedText(line + lines, problem);
    }

    public int line() {
        return line;
    }
}
