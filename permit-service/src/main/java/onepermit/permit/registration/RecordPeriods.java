package onepermit.permit.registration;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes periods and tells what the residences are then, inside the owner's transaction. */
@Component
public final class RecordPeriods {
    private final Residences residences;
    private final ResidencePublications publications;

    RecordPeriods(Residences residences, ResidencePublications publications) {
        this.residences = residences;
        this.publications = publications;
    }

    public void all(Collection<PeriodOf> periods) {
        record(ResidenceEvent.RESIDENCE_RECORDED, periods);
    }

    List<Residence> record(ResidenceEvent event, Collection<PeriodOf> periods) {
        residences.record(periods);
        List<Residence> now =
                residences.of(periods.stream().map(PeriodOf::person).collect(Collectors.toSet()));
        publications.changed(event, now);
        return now;
    }
}
