package onepermit.permit.filing;

/** Where an application stands. */
public enum FilingState {
    DRAFT,
    /** Handed in; a department's evidence is awaited. */
    SUBMITTED,
    /** Something is missing; the one-time notice lists all of it. */
    RETURNED,
    /** An officer must look. */
    NEEDS_REVIEW,
    ACCEPTED,
    ISSUED,
    REFUSED,
    WITHDRAWN;

    /** Whether something can still happen; a person has one such application. */
    public boolean open() {
        return switch (this) {
            case DRAFT, SUBMITTED, RETURNED, NEEDS_REVIEW, ACCEPTED -> true;
            case ISSUED, REFUSED, WITHDRAWN -> false;
        };
    }

    /** Whether a paper, or nothing but time, may still be added to it. */
    public boolean supplemented() {
        return switch (this) {
            case SUBMITTED, RETURNED, NEEDS_REVIEW -> true;
            case DRAFT, ACCEPTED, ISSUED, REFUSED, WITHDRAWN -> false;
        };
    }
}
