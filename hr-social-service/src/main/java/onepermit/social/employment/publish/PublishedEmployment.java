package onepermit.social.employment.publish;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.social.contribution.Employer;
import onepermit.social.employment.Employment;
import onepermit.social.employment.EmploymentPublication;
import onepermit.social.v1.EmploymentFact;
import onepermit.social.v1.EmploymentPeriod;
import org.springframework.stereotype.Component;

/** {@code employment.current}: periods and divisions, of the employer a pair tag only. */
@Component
class PublishedEmployment implements EmploymentPublication {
    private static final String DATASET = "employment.current";
    private static final String FACT_ID = "employment";
    private static final String TYPE = "onepermit.employment.EmploymentChanged.v1";

    private final Facts facts;
    private final DatasetKeys keys;

    PublishedEmployment(Facts facts, DatasetKeys keys) {
        this.facts = facts;
        this.keys = keys;
    }

    @Override
    public void changed(Map<PersonKey, Employment> employments) {
        facts.publish(employments.entrySet().stream()
                .map(entry -> change(entry.getKey(), entry.getValue()))
                .toList());
    }

    private FactChange change(PersonKey person, Employment employment) {
        return employment.periods().isEmpty()
                ? FactChange.erased(DATASET, person, FACT_ID, TYPE)
                : new FactChange(DATASET, person, FACT_ID, TYPE, fact(person, employment));
    }

    private EmploymentFact fact(PersonKey person, Employment employment) {
        EmploymentFact.Builder fact = EmploymentFact.newBuilder();
        employment
                .periods()
                .forEach(period -> fact.addPeriods(EmploymentPeriod.newBuilder()
                        .setDivision(period.division().value())
                        .setFrom(Dates.toCode(period.from()))
                        .setTo(period.to().map(Dates::toCode).orElse(0))
                        .setFlexible(period.flexible())
                        .setEmployerTag(tag(person, period.employer()))));
        return fact.build();
    }

    /** Whoever knows both can ask for the pair; nobody can list who works where. */
    private ByteString tag(PersonKey person, Employer employer) {
        return employer.flexible()
                ? ByteString.EMPTY
                : ByteString.copyFrom(
                        keys.tag(DATASET, person.bytes(), employer.code().getBytes(StandardCharsets.UTF_8)));
    }
}
