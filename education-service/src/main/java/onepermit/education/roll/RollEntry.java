package onepermit.education.roll;

import java.time.LocalDate;
import onepermit.education.school.Stage;
import onepermit.exchange.identity.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * One period of a pupil on a school's roll.
 *
 * @param to last day; null while on the roll
 */
public record RollEntry(
        String school,
        DivisionCode division,
        Stage stage,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean open() {
        return to == null;
    }

    RollEntry closed(LocalDate lastDay) {
        return new RollEntry(school, division, stage, from, lastDay);
    }
}
