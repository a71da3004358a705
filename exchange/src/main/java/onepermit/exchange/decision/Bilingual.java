package onepermit.exchange.decision;

/** One text in both languages of an office. */
public record Bilingual(String zh, String en) {
    public static final Bilingual NONE = new Bilingual("", "");
}
