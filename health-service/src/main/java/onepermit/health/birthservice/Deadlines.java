package onepermit.health.birthservice;

import java.time.LocalDate;
import onepermit.exchange.identity.WorkingDays;
import org.springframework.stereotype.Component;

/** Until when each place has done its part (Decree 555 art. 16), in working days. */
@Component
public final class Deadlines {
    private static final int ASK = 7;
    private static final int ANSWER = 15;
    private static final int TELL = 15;

    private final WorkingDays days;

    Deadlines(WorkingDays days) {
        this.days = days;
    }

    LocalDate askBy(LocalDate opened) {
        return days.after(opened, ASK);
    }

    /** The question is with the hukou place on the day it is asked. */
    LocalDate answerBy(LocalDate asked) {
        return days.after(asked, ANSWER);
    }

    /** The hukou places are told by then. */
    public LocalDate tellBy(LocalDate registered) {
        return days.after(registered, TELL);
    }
}
