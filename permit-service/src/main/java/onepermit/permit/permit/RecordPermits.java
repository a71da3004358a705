package onepermit.permit.permit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Component;

/** Writes permits and tells what each person's is then, inside the owner's transaction. */
@Component
public final class RecordPermits {
    private final Permits permits;
    private final PermitPublications publications;

    RecordPermits(Permits permits, PermitPublications publications) {
        this.permits = permits;
        this.publications = publications;
    }

    /** An older file takes nothing back: later endorsements and the start of the years stay as they are on record. */
    public void all(Collection<ResidencePermit> recorded) {
        Map<String, ResidencePermit> known = permits.current(persons(recorded)).stream()
                .collect(Collectors.toMap(ResidencePermit::number, Function.identity()));
        record(
                PermitEvent.PERMIT_RECORDED,
                recorded.stream()
                        .map(permit -> permit.since(known.get(permit.number())))
                        .toList());
    }

    ResidencePermit one(PermitEvent event, ResidencePermit permit) {
        record(event, List.of(permit));
        return permit;
    }

    private void record(PermitEvent event, Collection<ResidencePermit> recorded) {
        permits.record(recorded);
        publications.changed(event, permits.current(persons(recorded)));
    }

    private static Set<PersonKey> persons(Collection<ResidencePermit> permits) {
        return permits.stream().map(ResidencePermit::person).collect(Collectors.toSet());
    }
}
