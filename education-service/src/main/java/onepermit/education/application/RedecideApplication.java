package onepermit.education.application;

import java.util.Optional;
import onepermit.education.admission.AdmissionQuestion;
import onepermit.education.admission.Verified;
import onepermit.education.admission.VerifyEligibility;
import onepermit.exchange.access.Caller;
import onepermit.exchange.decision.DecisionTable;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.redecision.Again;
import onepermit.exchange.redecision.Redecidable;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Service;

/**
 * Decides an application again when a fact has changed: of a move, a correction, a month paid. What an officer has settled stands, and so does what
 * seats were allocated by.
 */
@Service
class RedecideApplication implements Redecidable {
    static final String KIND = "admission";
    private static final String NAMES = "name.tag";
    private static final Caller ITSELF =
            new Caller("education-service", "service", "education", null, "education-service");
    private static final String METHOD = "onepermit.education.v1.SchoolApplicationService/VerifyAgain";

    private final VerifyApplication verify;
    private final VerifyEligibility eligibility;
    private final Applications applications;
    private final HeldPlaces places;
    private final DecisionTable decisions;

    RedecideApplication(
            VerifyApplication verify,
            VerifyEligibility eligibility,
            Applications applications,
            HeldPlaces places,
            DecisionTable decisions) {
        this.verify = verify;
        this.eligibility = eligibility;
        this.applications = applications;
        this.places = places;
        this.decisions = decisions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Again> again(String number, String decision) {
        return applications
                .find(number)
                .filter(found -> standsWith(found, decision))
                .map(found -> decided(found, decision));
    }

    private Again decided(SchoolApplication application, String decision) {
        RequestContext context = RequestContext.newBuilder()
                .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                .setCaseRef(application.number())
                .build();
        AdmissionQuestion question = verify.again(application, context);
        Verified found = eligibility.unrecorded(question);
        return new Again(
                found.decision(),
                application.settled() != null || places.allocated(application.round()) || comparedNames(decision),
                question.division(),
                new Look(ITSELF, context, METHOD, question.persons(), VerifyEligibility.DATASETS),
                recorded -> stored(application, new Verified(recorded, found.lengths(), found.notes())));
    }

    /** Names are not kept, so a decision that compared them is for an officer to make again, who has them before him. */
    private boolean comparedNames(String decision) {
        return decisions.find(decision, false).stream()
                .flatMap(stored -> stored.decision().getEvidenceList().stream())
                .anyMatch(evidence -> evidence.getDataset().equals(NAMES));
    }

    private boolean stored(SchoolApplication read, Verified verified) {
        Optional<SchoolApplication> locked =
                applications.lock(read.number()).filter(now -> now.version() == read.version());
        locked.ifPresent(now -> verify.stored(now, verified));
        return locked.isPresent();
    }

    private static boolean standsWith(SchoolApplication application, String decision) {
        Verification latest = application.latest();
        return !application.withdrawn() && latest != null && latest.decisionId().equals(decision);
    }
}
