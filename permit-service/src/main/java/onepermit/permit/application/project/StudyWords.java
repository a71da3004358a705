package onepermit.permit.application.project;

import java.util.List;
import java.util.Optional;
import onepermit.education.v1.EnrolmentFact;
import onepermit.education.v1.EnrolmentPeriod;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.publication.FactRow;
import onepermit.permit.application.PermitApplication;

/** A place on the roll of a school in the city on the day, as education has it. */
final class StudyWords implements Words {
    private static final String NAME = "study.stage";

    @Override
    public String dataset() {
        return "enrolment.record";
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public void tell(Reading reading, PermitApplication application) {
        for (FactRow row : reading.rows()) {
            Optional<EnrolmentPeriod> roll = inCity(row, application);
            if (roll.isPresent()) {
                String stage = roll.get().getStage();
                reading.known(
                        NAME,
                        stage,
                        reading.evidence(row, text(reading, roll.get().getDivision(), stage)));
                return;
            }
        }
        reading.known(NAME, "NONE", reading.absence(reading.noneIn("无学籍", "on no roll", application)));
    }

    private static Bilingual text(Reading reading, String division, String stage) {
        return new Bilingual(
                "在" + reading.zh(division) + "有学籍：" + reading.zh(stage), "on the roll in " + division + ", " + stage);
    }

    private static Optional<EnrolmentPeriod> inCity(FactRow row, PermitApplication application) {
        return Reading.read(EnrolmentFact.parser(), row).getPeriodsList().stream()
                .filter(period -> {
                    var stay = PeriodDates.stay(period.getDivision(), period.getFrom(), period.getTo());
                    return stay.in(application.city()) && stay.covers(application.on());
                })
                .findFirst();
    }
}
