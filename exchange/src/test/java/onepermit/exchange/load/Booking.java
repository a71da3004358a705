package onepermit.exchange.load;

import java.time.LocalDate;

/** A line of the test's own kind of file. */
record Booking(String person, String name, String division, LocalDate on, long amount) {}
