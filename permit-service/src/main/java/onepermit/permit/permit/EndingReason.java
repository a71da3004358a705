package onepermit.permit.permit;

/** Why a permit, or a card of it, ended. */
public enum EndingReason {
    DEATH,
    LOCAL_HUKOU,
    /** Revoked: it was obtained by false papers. */
    FRAUD_REVOKED,
    CONDITION_LOST,
    /** The card was damaged and handed in; the permit goes on under another number. */
    REPLACED,
    /** The card was lost; the permit goes on under another number. */
    LOST,
    /** A department's own file says that it ended and not why. */
    NOT_STATED;

    /** Whether an officer ends the permit for it, with explanation and article. */
    public boolean endsPermit() {
        return switch (this) {
            case DEATH, LOCAL_HUKOU, FRAUD_REVOKED, CONDITION_LOST -> true;
            case REPLACED, LOST, NOT_STATED -> false;
        };
    }
}
