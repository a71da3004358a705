package onepermit.permit.station;

/**
 * A number of a day's queue.
 *
 * @param waiting how many are before it when it is given, or after it when it is called
 */
public record Ticket(int number, int waiting) {}
