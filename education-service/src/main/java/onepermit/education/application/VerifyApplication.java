package onepermit.education.application;

import java.util.List;
import onepermit.education.admission.AdmissionQuestion;
import onepermit.education.admission.PersonAsked;
import onepermit.education.admission.Reach;
import onepermit.education.admission.Verified;
import onepermit.education.admission.VerifyEligibility;
import onepermit.education.round.AdmissionRound;
import onepermit.education.round.Rounds;
import onepermit.education.schoolyear.SchoolYears;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.redecision.Basis;
import onepermit.exchange.redecision.WatchedCases;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Service;

/** Verifies applications from shared facts, as VerifyEligibility does, and keeps every verification. */
@Service
public class VerifyApplication {
    private final VerifyEligibility eligibility;
    private final Rounds rounds;
    private final SchoolYears years;
    private final Applications applications;
    private final WatchedCases watched;

    VerifyApplication(
            VerifyEligibility eligibility,
            Rounds rounds,
            SchoolYears years,
            Applications applications,
            WatchedCases watched) {
        this.eligibility = eligibility;
        this.rounds = rounds;
        this.years = years;
        this.applications = applications;
        this.watched = watched;
    }

    /** Decides; outside of a transaction, as the record of the look is a commit of its own. */
    public Found decide(AdmissionQuestion question, Caller caller, String method) {
        Basis basis = watched.basis(question.persons());
        return new Found(
                eligibility.verify(
                        question,
                        Reach.OWNERS_TOO,
                        new Look(caller, question.context(), method, question.persons(), VerifyEligibility.DATASETS)),
                question.persons(),
                basis);
    }

    /** A verification, and what was known of whom before it. */
    public record Found(Verified verified, List<PersonKey> persons, Basis basis) {}

    /** What was asked when the application was handed in, of the facts of today. */
    public AdmissionQuestion again(SchoolApplication application, RequestContext context) {
        if (application.withdrawn()) {
            throw ApplicationRefusals.withdrawn();
        }
        AdmissionRound round = rounds.known(application.round());
        return new AdmissionQuestion(
                PersonAsked.childAgain(application.child()),
                application.born(),
                guardians(application),
                round.division(),
                years.read("round", round.year(), round.division()),
                context);
    }

    /** Stores a verification of a locked application, inside the caller's transaction; when a fact of it changes, it is decided again. */
    public SchoolApplication keep(SchoolApplication locked, Found found) {
        if (locked.withdrawn()) {
            throw ApplicationRefusals.withdrawn();
        }
        SchoolApplication changed = stored(locked, found.verified());
        watched.decided(
                RedecideApplication.KIND, locked.number(), found.verified().decision(), found.persons(), found.basis());
        return changed;
    }

    SchoolApplication stored(SchoolApplication locked, Verified verified) {
        SchoolApplication changed = locked.verified(Verification.of(verified));
        applications.store(changed);
        return changed;
    }

    private static List<PersonAsked> guardians(SchoolApplication application) {
        return application.guardians().stream()
                .map(guardian -> PersonAsked.guardianAgain(guardian.key(), guardian.sex()))
                .toList();
    }
}
