package onepermit.education.ranking;

/** Whether the seats of a round have been allocated; what was ranked stands then. */
public interface Allocated {

    boolean allocated(String round);
}
