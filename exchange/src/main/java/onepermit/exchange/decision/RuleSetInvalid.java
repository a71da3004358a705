package onepermit.exchange.decision;

/** A rule set or vocabulary that must not be loaded; says which file, which place in it, and what is wrong. */
public final class RuleSetInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RuleSetInvalid(String file, String place, String wrong) {
        super(file + (place.isEmpty() ? "" : ", " + place) + ": " + wrong);
    }
}
