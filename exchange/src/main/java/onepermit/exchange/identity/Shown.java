package onepermit.exchange.identity;

/** Shows an offending value in a message, unless it is so long that it could be an ID number put into the wrong field. */
final class Shown {
    private static final int SHORT = 12;

    private Shown() {}

    static String of(String text) {
        return text.length() <= SHORT ? "'" + text + "'" : "a text of " + text.length() + " characters";
    }
}
