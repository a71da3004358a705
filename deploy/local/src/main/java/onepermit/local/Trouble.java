package onepermit.local;

/** What is in the way and what to do about it, in one sentence for the person at the terminal; ends the command with exit code 1. */
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Trouble(String sentence) {
        super(sentence);
    }

    public Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
