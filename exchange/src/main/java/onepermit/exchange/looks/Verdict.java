package onepermit.exchange.looks;

/** What becomes of a look. */
record Verdict(Kind kind, String because) {
    static final Verdict FREE = new Verdict(Kind.FREE, "");

    /** From the mildest to the hardest. */
    enum Kind {
        FREE,
        SLOWED,
        STOPPED
    }

    Verdict or(Verdict other) {
        return other.kind.compareTo(kind) > 0 ? other : this;
    }
}
