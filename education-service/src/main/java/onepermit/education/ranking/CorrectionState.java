package onepermit.education.ranking;

/**
 * Where the correction of an objection stands.
 *
 * @param name as it is shown; empty when no other department is asked
 * @param answered whether nothing is waited for
 */
public record CorrectionState(String name, boolean answered) {
    public static final CorrectionState NONE = new CorrectionState("", true);
    public static final CorrectionState ON_ITS_WAY = new CorrectionState("ON_ITS_WAY", false);

    /** The owner has corrected the record, and the copy here does not have it yet. */
    public static final CorrectionState ARRIVING = new CorrectionState("ARRIVING", false);

    /** The owner does not take it up. */
    public static CorrectionState refused(String reason) {
        return new CorrectionState("REFUSED:" + reason, true);
    }
}
