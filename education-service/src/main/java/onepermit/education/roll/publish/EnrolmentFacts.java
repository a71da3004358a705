package onepermit.education.roll.publish;

import java.util.Collection;
import onepermit.education.roll.Roll;
import onepermit.education.roll.RollEntry;
import onepermit.education.roll.RollEvent;
import onepermit.education.roll.RollPublication;
import onepermit.education.v1.EnrolmentFact;
import onepermit.education.v1.EnrolmentPeriod;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import org.springframework.stereotype.Component;

/** One fact per pupil: all periods on the roll. */
@Component
class EnrolmentFacts implements RollPublication {
    private static final String DATASET = "enrolment.record";
    private static final String FACT_ID = "enrolment";

    private final Facts facts;

    EnrolmentFacts(Facts facts) {
        this.facts = facts;
    }

    @Override
    public void publish(RollEvent event, Collection<Roll> rolls) {
        facts.publish(rolls.stream()
                .map(roll -> new FactChange(DATASET, roll.pupil(), FACT_ID, type(event), payload(roll)))
                .toList());
    }

    @Override
    public long version(PersonKey pupil) {
        return facts.current(DATASET, pupil, FACT_ID).map(row -> row.version()).orElse(0L);
    }

    @Override
    public void lock(Collection<PersonKey> pupils) {
        facts.lockPersons(pupils);
    }

    private static String type(RollEvent event) {
        return switch (event) {
            case ENROLMENT_CONFIRMED -> "onepermit.enrolment.EnrolmentConfirmed.v1";
            case ENROLMENT_ENDED -> "onepermit.enrolment.EnrolmentEnded.v1";
            case ENROLMENT_TRANSFERRED -> "onepermit.enrolment.EnrolmentTransferred.v1";
            case ROLL_LOADED -> "onepermit.enrolment.RollLoaded.v1";
        };
    }

    private static EnrolmentFact payload(Roll roll) {
        EnrolmentFact.Builder fact = EnrolmentFact.newBuilder();
        roll.entries().forEach(entry -> fact.addPeriods(period(entry)));
        return fact.build();
    }

    private static EnrolmentPeriod period(RollEntry entry) {
        return EnrolmentPeriod.newBuilder()
                .setDivision(entry.division().value())
                .setStage(entry.stage().name())
                .setFrom(Dates.toCode(entry.from()))
                .setTo(entry.to() == null ? 0 : Dates.toCode(entry.to()))
                .setSchool(entry.school())
                .build();
    }
}
