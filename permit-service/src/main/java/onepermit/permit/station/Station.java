package onepermit.permit.station;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * A place with windows.
 *
 * @param dailyQuota appointments a day
 * @param morningNumbers numbers of the queue served before noon
 * @param everyDay open on days that are not worked, too
 * @param place null = not known
 */
public record Station(
        String code,
        String name,
        DivisionCode division,
        Channel channel,
        int windows,
        int dailyQuota,
        int morningNumbers,
        boolean everyDay,
        @Nullable Place place) {

    /** Degrees. */
    public record Place(double longitude, double latitude) {
        private static final double METRES_A_DEGREE = 111_320;

        /** Near enough to compare stations of one city. */
        int metresTo(Place other) {
            double north = (other.latitude - latitude) * METRES_A_DEGREE;
            double east = (other.longitude - longitude) * METRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
            return (int) Math.round(Math.hypot(north, east));
        }
    }

    boolean openOn(LocalDate day, WorkingDays calendar) {
        return everyDay || calendar.isWorked(day);
    }

    /** Metres; 0 when either place is not known. */
    int metresTo(Station other) {
        return place == null || other.place == null ? 0 : place.metresTo(other.place);
    }
}
