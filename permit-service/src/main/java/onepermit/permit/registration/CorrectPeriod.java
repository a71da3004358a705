package onepermit.permit.registration;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Component;

/** Corrects the first day of a period that was recorded wrongly, inside the owner's transaction. */
@Component
public final class CorrectPeriod {
    private final Residences residences;
    private final ResidencePublications publications;

    CorrectPeriod(Residences residences, ResidencePublications publications) {
        this.residences = residences;
        this.publications = publications;
    }

    /** @param recorded first day as it stands on record */
    public Residence correct(PersonKey person, DivisionCode division, LocalDate recorded, LocalDate from) {
        Residence.Corrected corrected = residences.of(person).corrected(division, recorded, from);
        corrected.gone().forEach(period -> residences.remove(new PeriodOf(person, period)));
        residences.record(corrected.written().stream()
                .map(period -> new PeriodOf(person, period))
                .toList());
        Residence now = residences.of(person);
        publications.changed(ResidenceEvent.RESIDENCE_CORRECTED, List.of(now));
        return now;
    }
}
