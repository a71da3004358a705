package onepermit.education.roll;

import java.time.LocalDate;
import java.util.List;
import onepermit.education.school.School;
import onepermit.education.school.Schools;
import onepermit.education.school.Stage;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Service;

/** Enrolling and leaving; each runs inside the caller's transaction, which has locked the pupil. */
@Service
public class KeepRoll {
    private final Schools schools;
    private final Rolls rolls;
    private final RollPublication publication;

    KeepRoll(Schools schools, Rolls rolls, RollPublication publication) {
        this.schools = schools;
        this.rolls = rolls;
        this.publication = publication;
    }

    /** The school of the code; refused when there is none or it has another stage. */
    public School school(String code, Stage stage) {
        School school = schools.find(code).orElseThrow(RollRefusals::schoolUnknown);
        if (school.stage() != stage) {
            throw RollRefusals.otherStage(school.stage().name());
        }
        return school;
    }

    public PublishedRoll of(PersonKey pupil) {
        return new PublishedRoll(rolls.of(pupil), publication.version(pupil));
    }

    public PublishedRoll enrol(Roll roll, School school, LocalDate from) {
        return kept(RollEvent.ENROLMENT_CONFIRMED, roll.enrolled(school, from));
    }

    public PublishedRoll leave(Roll roll, LocalDate lastDay) {
        return kept(RollEvent.ENROLMENT_ENDED, roll.left(lastDay));
    }

    /** The period at one school ends the day before the one at the other begins, in one change. */
    PublishedRoll transfer(Roll roll, String code, LocalDate from) {
        School school = schools.find(code).orElseThrow(RollRefusals::schoolUnknown);
        return kept(
                RollEvent.ENROLMENT_TRANSFERRED, roll.left(from.minusDays(1)).enrolled(school, from));
    }

    private PublishedRoll kept(RollEvent event, Roll roll) {
        rolls.store(roll.entries().stream()
                .map(entry -> new RollLine(roll.pupil(), entry))
                .toList());
        publication.publish(event, List.of(roll));
        return new PublishedRoll(roll, publication.version(roll.pupil()));
    }
}
