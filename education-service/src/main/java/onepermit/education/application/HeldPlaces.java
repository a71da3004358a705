package onepermit.education.application;

/** Whether seats have been allocated to applications. */
public interface HeldPlaces {

    /** Placed, or waiting for a place. */
    boolean holds(String number);

    /** Whether the seats of the round were allocated; what its applications said then stands. */
    boolean allocated(String round);
}
