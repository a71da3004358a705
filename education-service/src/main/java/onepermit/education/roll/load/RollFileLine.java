package onepermit.education.roll.load;

import java.time.LocalDate;
import onepermit.education.school.Stage;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.RefusalException;
import org.jspecify.annotations.Nullable;

/**
 * One line as read; whether its school is known is seen when the batch is stored.
 *
 * @param schoolUnknown the refusal to throw when the school is not known, made while the column's name was at hand
 */
record RollFileLine(
        PersonKey pupil,
        String school,
        Stage stage,
        LocalDate from,
        @Nullable LocalDate to,
        RefusalException schoolUnknown) {}
