package onepermit.education.vaccinationcheck;

import java.time.Clock;
import java.time.LocalDate;
import onepermit.education.roll.KeepRoll;
import onepermit.education.roll.RollEntry;
import onepermit.education.school.School;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Service;

/** Checks a pupil from what is shared, inside the caller's transaction; gaps are noted and never refuse. */
@Service
public class CheckPupil {
    private final KeepRoll roll;
    private final Assessments assessments;
    private final Checks checks;
    private final Clock clock;

    CheckPupil(KeepRoll roll, Assessments assessments, Checks checks, Clock clock) {
        this.roll = roll;
        this.assessments = assessments;
        this.checks = checks;
        this.clock = clock;
    }

    public Checked check(PersonKey pupil, School school, RequestContext context) {
        LocalDate today = LocalDate.now(clock);
        LocalDate entered = enteredOn(pupil, school);
        Assessment assessment = assessments.of(pupil, school.division(), today, context);
        String reference = checks.find(pupil, school.code(), entered)
                .map(VaccinationCheck::pupilRef)
                .orElse(context.getCaseRef());
        VaccinationCheck check =
                new VaccinationCheck(pupil, school.code(), entered, reference, today, assessment.missing());
        if (assessment.pending() == null) {
            checks.store(check);
        }
        return new Checked(check, assessment.pending());
    }

    private LocalDate enteredOn(PersonKey pupil, School school) {
        return roll.of(pupil)
                .roll()
                .current()
                .filter(entry -> entry.school().equals(school.code()))
                .map(RollEntry::from)
                .orElseThrow(() -> new RefusalException(Refusal.failedPrecondition(
                        "NOT_ON_THIS_ROLL", "school", "the pupil is not on this school's roll; enrol first (Enrol)")));
    }
}
