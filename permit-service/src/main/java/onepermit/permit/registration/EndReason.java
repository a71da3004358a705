package onepermit.permit.registration;

/** Why a registration ends. */
public enum EndReason {
    MOVED_AWAY,
    LOCAL_HUKOU,
    DEATH;

    /** A permit is cancelled on death and on local hukou (北京市人民政府令第270号, likewise elsewhere). */
    boolean endsPermit() {
        return this != MOVED_AWAY;
    }
}
