package onepermit.permit.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.Sex;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.permit.application.Party;
import onepermit.permit.identity.RecordedNames;
import onepermit.permit.registration.AddressPeriod;
import onepermit.permit.registration.Residences;
import org.springframework.stereotype.Component;

/** Fills an application in: identity from the own records, everything else from what the review has read. */
@Component
public final class KnownFacts {
    private static final Set<String> UNKNOWN = Set.of("STALE", "UNAVAILABLE");
    private static final String OWN = "permit";

    private final RecordedNames names;
    private final Residences residences;
    private final Clock clock;

    KnownFacts(RecordedNames names, Residences residences, Clock clock) {
        this.names = names;
        this.residences = residences;
        this.clock = clock;
    }

    public List<KnownFact> of(Party applicant, Decision decision) {
        List<KnownFact> facts = new ArrayList<>();
        names.of(applicant.key()).ifPresent(name -> facts.add(own("name", new Bilingual(name, name))));
        facts.add(own("sex", applicant.sex() == Sex.MALE ? new Bilingual("男", "male") : new Bilingual("女", "female")));
        facts.add(own(
                "born",
                new Bilingual(applicant.born().toString(), applicant.born().toString())));
        residences
                .of(applicant.key())
                .registration()
                .map(AddressPeriod::address)
                .filter(address -> !address.isEmpty())
                .ifPresent(address -> facts.add(own("residence.address", new Bilingual(address, address))));
        decision.getEvidenceList().stream().map(KnownFacts::shared).distinct().forEach(facts::add);
        return facts;
    }

    private KnownFact own(String name, Bilingual value) {
        return new KnownFact(name, "applicant", value, OWN, clock.instant(), true);
    }

    private static KnownFact shared(Evidence evidence) {
        return new KnownFact(
                evidence.getDataset(),
                evidence.getSubject(),
                new Bilingual(evidence.getValueZh(), evidence.getValue()),
                evidence.getSource(),
                Instant.ofEpochSecond(
                        evidence.getAsOf().getSeconds(), evidence.getAsOf().getNanos()),
                !UNKNOWN.contains(evidence.getOrigin()));
    }
}
