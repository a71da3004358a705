package onepermit.education.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onepermit.education.schoolyear.SchoolYear;
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleEngine.Weight;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import org.springframework.stereotype.Service;

/**
 * Decides whether a child may enrol: one reading of the local replica, the rules in force, one record of the look. No other department
 * is called, except for evidence that is too old here, when somebody waits for the answer, and for the words to explain a name that differs.
 */
@Service
public class VerifyEligibility {
    /** What a verification looks into. */
    public static final List<String> DATASETS = List.of(
            "residence.registration",
            "permit.status",
            "dwelling",
            "hukou.kinship",
            "name.tag",
            "si.months",
            "employment.current",
            "immunisation.assessment",
            "fp.flag");

    private static final String USE = "admission";

    /** The case as it is decided with one parent as the main one. */
    private record Reading(Decision decision, ParentFacts main) {}

    private record Found(Decision decision, Lengths lengths, List<Named> named) {}

    private final Families families;
    private final NameNotes names;
    private final RuleSets ruleSets;
    private final Decisions decisions;

    VerifyEligibility(Families families, NameNotes names, RuleSets ruleSets, Decisions decisions) {
        this.families = families;
        this.names = names;
        this.ruleSets = ruleSets;
        this.decisions = decisions;
    }

    /**
     * @param reach whom to ask; a batch asks nobody but the replica
     * @param look without an answer hash
     */
    public Verified verify(AdmissionQuestion question, Reach reach, Look look) {
        Found found = find(question, reach);
        Decision recorded = decisions.answer(found.decision(), look);
        return new Verified(recorded, found.lengths(), names.of(found.named(), reach, question.context()));
    }

    /** By what is known here now; nothing is recorded, and nothing is said of names. */
    public Verified unrecorded(AdmissionQuestion question) {
        Found found = find(question, Reach.HERE_ONLY);
        return new Verified(found.decision(), found.lengths(), List.of());
    }

    private Found find(AdmissionQuestion question, Reach reach) {
        LocalDate reckoning = question.year().intake().reckoning();
        Optional<RuleSet> rules = ruleSets.inForce(USE, question.division(), reckoning);
        if (rules.isEmpty()) {
            return new Found(RuleEngine.noRule(reckoning, question.division(), USE), Lengths.NONE, List.of());
        }
        FamilyFacts family = families.read(question, terms(question, rules.get()), reach);
        Reading best = best(question, rules.get(), family);
        return new Found(labelled(best.decision(), question.year()), Lengths.of(best.main()), family.named());
    }

    /** Days that the city has not announced, or whose announcement was not at hand, are shown as such. */
    private static Decision labelled(Decision decided, SchoolYear year) {
        return year.intake().unverified()
                ? decided.toBuilder().addLabels("UNVERIFIED_SCHOOL_YEAR").build()
                : decided;
    }

    /** Every parent is tried as the main one; the first of equals stays. Only what is answered is told in full. */
    private static Reading best(AdmissionQuestion question, RuleSet rules, FamilyFacts family) {
        LocalDate reckoning = question.year().intake().reckoning();
        Reading best = null;
        for (ParentFacts main : family.parents()) {
            CaseFacts facts = AdmissionFacts.of(question, family, main);
            if (best == null
                    || better(
                            RuleEngine.weigh(rules, reckoning, question.division(), facts),
                            Weight.of(best.decision()))) {
                best = new Reading(RuleEngine.decide(rules, reckoning, question.division(), facts), main);
            }
        }
        return Objects.requireNonNull(best, "a question has a guardian");
    }

    private static boolean better(Weight one, Weight other) {
        int difference = Integer.compare(favour(one.outcome()), favour(other.outcome()));
        return difference > 0 || difference == 0 && one.points() > other.points();
    }

    /** What is better for the child; a parent whose facts are only missing goes before one who is refused on fresh ones. */
    private static int favour(Outcome outcome) {
        return switch (outcome) {
            case OUTCOME_ELIGIBLE -> 5;
            case OUTCOME_NEEDS_REVIEW -> 4;
            case OUTCOME_PENDING_EVIDENCE -> 3;
            case OUTCOME_NOT_YET -> 2;
            case OUTCOME_NOT_ELIGIBLE -> 1;
            case OUTCOME_VETOED, OUTCOME_UNSPECIFIED, UNRECOGNIZED -> 0;
        };
    }

    private static Terms terms(AdmissionQuestion question, RuleSet rules) {
        return new Terms(
                rules.jurisdiction(),
                question.division(),
                question.year().intake().reckoning(),
                question.year().termStart(),
                ((Long) rules.parameter("insuranceArrearsMonths")).intValue(),
                (Boolean) rules.parameter("familyPlanningItem"),
                (Boolean) rules.parameter("permitItems"),
                rules::maxAge,
                rules::zh);
    }
}
