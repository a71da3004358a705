package onepermit.verify;

/**
 * What came of a check.
 *
 * @param code the program's exit code
 * @param text for people
 */
record Outcome(int code, String text) {
    static final int VALID = 0;
    static final int INVALID = 1;
    static final int MALFORMED = 2;

    static Outcome invalid(String reason) {
        return new Outcome(INVALID, "INVALID: " + reason);
    }
}
