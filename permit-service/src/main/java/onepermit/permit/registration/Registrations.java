package onepermit.permit.registration;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.permit.CancelPermits;
import onepermit.permit.permit.Ending;
import onepermit.permit.permit.EndingReason;
import org.springframework.stereotype.Component;

/** What an officer does to a registration, inside the owner's transaction. */
@Component
public final class Registrations {
    private final Residences residences;
    private final RecordPeriods record;
    private final Registrants registrants;
    private final CancelPermits permits;

    Registrations(Residences residences, RecordPeriods record, Registrants registrants, CancelPermits permits) {
        this.residences = residences;
        this.record = record;
        this.registrants = registrants;
        this.permits = permits;
    }

    public Residence register(Registrant registrant, AddressPeriod asked) {
        registrants.require(registrant, asked.from());
        PersonKey person = registrant.person();
        return write(
                ResidenceEvent.RESIDENCE_REGISTERED,
                person,
                residences.of(person).registered(asked));
    }

    public Residence changeAddress(PersonKey person, DivisionCode division, String address, LocalDate from) {
        return write(
                ResidenceEvent.ADDRESS_CHANGED, person, residences.of(person).movedTo(division, address, from));
    }

    /** Ends the registration; with local hukou or death the permit ends too. */
    public Residence end(PersonKey person, LocalDate lastDay, EndReason reason) {
        Residence ended = write(
                ResidenceEvent.REGISTRATION_ENDED, person, residences.of(person).ended(lastDay));
        if (reason.endsPermit()) {
            permits.of(person, Ending.byRecord(lastDay, EndingReason.valueOf(reason.name())));
        }
        return ended;
    }

    private Residence write(ResidenceEvent event, PersonKey person, List<AddressPeriod> periods) {
        return record.record(
                        event,
                        periods.stream()
                                .map(period -> new PeriodOf(person, period))
                                .toList())
                .getFirst();
    }
}
