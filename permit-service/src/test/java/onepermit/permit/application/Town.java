package onepermit.permit.application;

import java.util.Objects;
import java.util.Set;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.CheckApplicationRequest;
import onepermit.permit.v1.CheckApplicationResponse;

/** What brings an applicant to the office. */
public abstract class Town extends PermitOffice {
    private static final Set<String> OF_NEIGHBOURS =
            Set.of("employment.current", "si.months", "iit.months", "enrolment.record");

    protected void hukou(String citizenId, String division) {
        load("person", "citizen_id,name,hukou_division", citizenId + ",测试," + division);
    }

    protected void residence(String citizenId, String kind, String division, String from, String to) {
        load("residence", "citizen_id,division,kind,from,to", String.join(",", citizenId, division, kind, from, to));
    }

    protected void dwelling(String citizenId, String kind, String division, String from) {
        dwelling(citizenId, kind, division, from, "住宅");
    }

    protected void dwelling(String citizenId, String kind, String division, String from, String usage) {
        load(
                "dwelling",
                "citizen_id,division,kind,from,usage",
                String.join(",", citizenId, division, kind, from, usage));
    }

    /** Waits until so many facts of a dataset have reached the office. */
    protected void awaitFacts(PersonKey person, String dataset, int facts) {
        Await.until(
                facts + " facts of " + dataset + " arrive",
                () -> finding(person, dataset).rows().size() == facts);
    }

    /** Waits until the neighbours' word is good, so that nothing on record means no. */
    protected void awaitNeighbours(PersonKey person) {
        Objects.requireNonNull(neighbours());
        OF_NEIGHBOURS.forEach(dataset -> Await.until(
                dataset + " is fresh",
                () -> finding(person, dataset)
                        .fresh(service().bean(Catalogue.class).dataset(dataset).maxAge())));
    }

    private Finding finding(PersonKey person, String dataset) {
        return service()
                .bean(FactReader.class)
                .read(Set.of(person), Contexts.PERMIT)
                .find(person, dataset);
    }

    protected CheckApplicationResponse applies(String citizenId, String division, String on) {
        return officer()
                .permits()
                .checkApplication(application(citizenId, division, on).build());
    }

    protected static CheckApplicationRequest.Builder application(String citizenId, String division, String on) {
        return CheckApplicationRequest.newBuilder()
                .setCitizenId(citizenId)
                .setDivision(division)
                .setAppliedOn(on)
                .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION));
    }
}
