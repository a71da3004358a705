package onepermit.health.vaccination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.EvidenceOf;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.Decision;
import org.springframework.stereotype.Component;

/** Assesses a child for the school check. */
@Component
public class AssessVaccination {
    private static final String USE = "vaccination";
    private static final String SUBJECT = "child";

    private final RuleSets rules;
    private final Schedules schedules;
    private final Doses doses;
    private final ImmunisationReadings readings;

    AssessVaccination(RuleSets rules, Schedules schedules, Doses doses, ImmunisationReadings readings) {
        this.rules = rules;
        this.schedules = schedules;
        this.doses = doses;
        this.readings = readings;
    }

    /**
     * Is the child complete on the day the term starts?
     *
     * @param division of the officer who asks: its rules apply
     */
    public record Question(PersonKey child, LocalDate birthDate, DivisionCode division, LocalDate termStart) {}

    /**
     * The answer; without rules in force no days are set.
     *
     * @param checkDue last day of the school's check
     * @param recheckDue last day of the check after catch-up
     * @param schedule edition of the child
     * @param catchUp what is missing on the day, and when it may be given
     */
    public record Assessment(
            Decision decision,
            Optional<LocalDate> checkDue,
            Optional<LocalDate> recheckDue,
            Schedule schedule,
            List<CatchUpDose> catchUp) {}

    public Assessment assess(Question question) {
        Schedule schedule = schedules.of(question.birthDate());
        List<CatchUpDose> catchUp = new VaccinationRecord(question.birthDate(), doses.of(question.child()))
                .catchUp(schedules, question.termStart());
        return rules.inForce(USE, question.division(), question.termStart())
                .map(inForce -> new Assessment(
                        RuleEngine.decide(inForce, question.termStart(), question.division(), facts(question)),
                        Optional.of(question.termStart().plusDays(parameter(inForce, "checkWithinDays"))),
                        Optional.of(YearMonth.of(question.termStart().getYear(), parameter(inForce, "recheckMonth"))
                                .atEndOfMonth()),
                        schedule,
                        catchUp))
                .orElseGet(() -> new Assessment(
                        RuleEngine.noRule(question.termStart(), question.division(), USE),
                        Optional.empty(),
                        Optional.empty(),
                        schedule,
                        catchUp));
    }

    private CaseFacts facts(Question question) {
        ImmunisationReading reading = readings.of(question.child());
        CaseFacts facts = new CaseFacts();
        int evidence = facts.evidence(reading.known()
                .map(known -> EvidenceOf.fact(reading.finding(), known.fact(), SUBJECT, words(known.immunisation())))
                .orElseGet(() ->
                        EvidenceOf.absence(reading.finding(), SUBJECT, new Bilingual("无接种记录", "no dose on record"))));
        Immunisation immunisation =
                reading.known().map(ImmunisationReading.Known::immunisation).orElseGet(() -> untouched(question));
        facts.known("immunisation.missing", immunisation.missingOn(question.termStart()), evidence);
        facts.known("immunisation.schedule", immunisation.schedule(), evidence);
        return facts;
    }

    /** A child of whom no dose is on record. */
    private Immunisation untouched(Question question) {
        return new VaccinationRecord(question.birthDate(), List.of()).under(schedules);
    }

    private static Bilingual words(Immunisation immunisation) {
        int due = immunisation.due().size();
        String schedule = immunisation.schedule();
        return new Bilingual("按" + schedule + "尚有" + due + "剂次未接种", due + " doses of " + schedule + " not given yet");
    }

    private static int parameter(RuleSet rules, String name) {
        return ((Long) rules.parameter(name)).intValue();
    }
}
