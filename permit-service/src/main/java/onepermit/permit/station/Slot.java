package onepermit.permit.station;

import java.time.LocalDate;

/**
 * Free places of a station on a day.
 *
 * @param metres from the station asked for
 */
public record Slot(String station, LocalDate day, int free, int metres) {}
