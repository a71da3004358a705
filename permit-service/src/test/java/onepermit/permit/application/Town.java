package onepermit.permit.application;

import java.time.Duration;
import java.util.Set;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.testing.Await;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Neighbours;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.CheckApplicationRequest;
import onepermit.permit.v1.CheckApplicationResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The office with its neighbours, and what brings an applicant there. */
@Import(Town.WithNeighbours.class)
abstract class Town extends PermitOffice {

    @TestConfiguration(proxyBeanMethods = false)
    static class WithNeighbours {
        @Bean
        Neighbours neighbours(Environment permit) {
            return new Neighbours(permit);
        }
    }

    @Autowired
    protected Neighbours neighbours;

    @Autowired
    private FactReader reader;

    @Autowired
    private Catalogue catalogue;

    protected void hukou(String citizenId, String division) {
        load("person", "citizen_id,name,hukou_division", citizenId + ",测试," + division);
    }

    protected void residence(String citizenId, String kind, String division, String from, String to) {
        load("residence", "citizen_id,division,kind,from,to", String.join(",", citizenId, division, kind, from, to));
    }

    protected void dwelling(String citizenId, String kind, String division, String from, String usage) {
        load(
                "dwelling",
                "citizen_id,division,kind,from,usage",
                String.join(",", citizenId, division, kind, from, usage));
    }

    protected void load(String kind, String header, String line) {
        try (Officer operator = operator()) {
            var done = operator.load(kind, header, line);
            if (done.getAccepted() != 1) {
                throw new AssertionError(kind + " was not taken: " + done);
            }
        }
    }

    /** Waits until so many facts of a dataset have reached the office, under a fresh watermark. */
    protected void awaitFacts(PersonKey person, String dataset, int facts) {
        Await.until(facts + " facts of " + dataset + " arrive", () -> {
            Finding finding = reader.read(Set.of(person)).find(person, dataset);
            return finding.rows().size() == facts
                    && finding.fresh(catalogue.dataset(dataset).maxAge());
        });
    }

    /** Waits until the neighbours' word is good for everybody, so that nothing on record means no. */
    protected void awaitNeighbours(PersonKey person) {
        for (String dataset : new String[] {"employment.current", "si.months", "iit.months", "enrolment.record"}) {
            Duration maxAge = catalogue.dataset(dataset).maxAge();
            Await.until(
                    dataset + " is fresh",
                    () -> reader.read(Set.of(person)).find(person, dataset).fresh(maxAge));
        }
    }

    protected CheckApplicationResponse applies(String citizenId, String division, String on) {
        return officer.permits()
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
