package onepermit.permit.station;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** The stations on record, with their days. */
public interface Stations {

    Optional<Station> find(String code);

    /** Of a division and those inside it, by code. */
    List<Station> in(DivisionCode division);

    /** Writes stations; one of the same code is replaced. */
    void record(Collection<Station> stations);

    /** Appointments of a day, by station; none booked = not in it. */
    Map<String, Integer> booked(LocalDate day, Collection<String> stations);

    /** Takes one of the day's places, if there is one. */
    boolean take(Station station, LocalDate day);

    void giveBack(Appointment appointment);

    /** A number of the day's queue: the order in which they are given is the order in which they are called. */
    Ticket number(Station station, LocalDate day);

    /** Calls the next number; none when nobody waits. */
    Optional<Ticket> next(Station station, LocalDate day);

    Appointment add(PersonKey person, Station station, LocalDate day, boolean homeVisit);

    Optional<Appointment> appointment(PersonKey person, String id);

    /** The appointment of a person on a day or later. */
    Optional<Appointment> openOf(PersonKey person, LocalDate from);
}
