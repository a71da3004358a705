package onepermit.education.round;

/** Seats of a school as an officer gives them. */
public record SeatsAsked(String school, int seats) {}
