package onepermit.education.application;

/** Whether seats have been allocated to applications. */
public interface HeldPlaces {

    /** Placed, or waiting for a place. */
    boolean holds(String number);
}
