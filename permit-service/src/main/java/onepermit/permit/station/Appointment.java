package onepermit.permit.station;

import java.time.LocalDate;
import onepermit.exchange.identity.PersonKey;

/** That a person comes on a day, or is visited. */
public record Appointment(String id, PersonKey person, String station, LocalDate day, boolean homeVisit) {}
