package onepermit.permit.station;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Books and cancels, inside the owner's transaction that has locked the person. */
@Component
public final class BookAppointment {
    private final Stations stations;
    private final WorkingDays calendar;
    private final Clock clock;

    BookAppointment(Stations stations, WorkingDays calendar, Clock clock) {
        this.stations = stations;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** None when the day is full. */
    public Optional<Appointment> book(PersonKey person, Station station, LocalDate day, boolean homeVisit) {
        LocalDate today = LocalDate.now(clock);
        if (day.isBefore(today) || day.isAfter(today.plusDays(FindSlots.DAYS_AHEAD))) {
            throw new RefusalException(Refusal.invalid(
                    "DAY_OUT_OF_RANGE",
                    "day",
                    day + " cannot be booked; expected " + today + " to " + today.plusDays(FindSlots.DAYS_AHEAD)));
        }
        stations.openOf(person, today).ifPresent(open -> {
            throw new RefusalException(Refusal.alreadyExists(
                    "APPOINTMENT_OPEN", "citizen_id", "this person has an appointment already; cancel it first"));
        });
        if (!station.openOn(day, calendar)) {
            throw new RefusalException(
                    Refusal.failedPrecondition("STATION_CLOSED", "day", "the station is closed on " + day));
        }
        return stations.take(station, day)
                ? Optional.of(stations.add(person, station, day, homeVisit))
                : Optional.empty();
    }

    /** @param own whether a station of the division is one the officer has to do with; another's appointment looks like none */
    public void cancel(PersonKey person, String id, Predicate<DivisionCode> own) {
        stations.giveBack(stations.appointment(person, id)
                .filter(booked ->
                        own.test(stations.find(booked.station()).orElseThrow().division()))
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "APPOINTMENT_NOT_FOUND", "appointment_id", "no appointment of this id for this person"))));
    }
}
