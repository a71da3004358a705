package onepermit.health.vaccination;

import java.time.LocalDate;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.health.recipient.Recipient;

/** A dose and who received it. */
public record RecordedDose(Recipient recipient, Dose dose) {

    /** @throws RefusalException the day lies before the birth */
    public static LocalDate notBeforeBirth(String field, LocalDate givenOn, CitizenId id) {
        if (givenOn.isBefore(id.birthDate())) {
            throw new RefusalException(
                    Refusal.invalid("DATE_BEFORE_BIRTH", field, givenOn + " lies before the birth of the child"));
        }
        return givenOn;
    }
}
