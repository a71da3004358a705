package onepermit.permit.station;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds free slots of a city: the earliest day first, of a day the nearest station. Nobody is told to come again tomorrow. */
@Component
public final class FindSlots {
    /** How far ahead people book. */
    public static final int DAYS_AHEAD = 30;

    private final Stations stations;
    private final WorkingDays calendar;

    FindSlots(Stations stations, WorkingDays calendar) {
        this.stations = stations;
        this.calendar = calendar;
    }

    /** @param near distances are counted from it; null = none */
    public List<Slot> find(DivisionCode division, @Nullable Station near, LocalDate from, int most) {
        List<Station> ofCity = stations.in(CityOrCounty.of(division));
        List<Slot> found = new ArrayList<>();
        for (LocalDate day = from;
                found.size() < most && day.isBefore(from.plusDays(DAYS_AHEAD));
                day = day.plusDays(1)) {
            found.addAll(free(ofCity, near, day));
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private List<Slot> free(List<Station> ofCity, @Nullable Station near, LocalDate day) {
        List<Station> open =
                ofCity.stream().filter(station -> station.openOn(day, calendar)).toList();
        Map<String, Integer> booked =
                stations.booked(day, open.stream().map(Station::code).toList());
        return open.stream()
                .map(station -> new Slot(
                        station.code(),
                        day,
                        station.dailyQuota() - booked.getOrDefault(station.code(), 0),
                        near == null ? 0 : near.metresTo(station)))
                .filter(slot -> slot.free() > 0)
                .sorted(Comparator.comparingInt(Slot::metres).thenComparing(Slot::station))
                .toList();
    }
}
