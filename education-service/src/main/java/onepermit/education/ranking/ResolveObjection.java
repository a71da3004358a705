package onepermit.education.ranking;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.VerifyApplication;
import onepermit.education.round.AdmissionRound;
import onepermit.exchange.v1.RequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers an objection: what its application says by the facts of today decides, and a round that changed is ranked anew. */
@Service
public class ResolveObjection {
    private final Objections objections;
    private final Applications applications;
    private final VerifyApplication verify;
    private final RankRound rankRound;
    private final OwnersCorrections corrections;

    ResolveObjection(
            Objections objections,
            Applications applications,
            VerifyApplication verify,
            RankRound rankRound,
            OwnersCorrections corrections) {
        this.objections = objections;
        this.applications = applications;
        this.verify = verify;
        this.rankRound = rankRound;
        this.corrections = corrections;
    }

    /** What is disputed of a record is the owner's to answer first, and its answer comes with the record. */
    public void requireAnswered(Objection objection, RequestContext context) {
        SchoolApplication application = applications.known(objection.number());
        if (!corrections.of(objection, application, context).answered()) {
            throw RankingRefusals.correctionOpen();
        }
    }

    /** Whether the application was not verified since the objection was raised. */
    public boolean needsVerification(Objection objection) {
        return decisionOf(applications.known(objection.number())).equals(objection.decisionBefore());
    }

    /**
     * Inside the caller's transaction.
     *
     * @param anew null when the application was verified since the objection was raised
     */
    public Objection resolve(AdmissionRound locked, UUID id, VerifyApplication.@Nullable Found anew) {
        Objection objection = objections.known(id);
        if (objection.standing() != ObjectionStanding.OPEN) {
            throw RankingRefusals.resolved();
        }
        SchoolApplication application = applications.locked(objection.number());
        if (anew != null) {
            application = verify.keep(application, anew);
        }
        Optional<RankingList> list = rankRound.rankIfChanged(locked);
        Objection answered = objection.answered(
                list.isPresent() ? ObjectionStanding.CHANGED : ObjectionStanding.UNCHANGED, decisionOf(application));
        objections.storeAnswer(answered);
        return answered;
    }

    private static String decisionOf(SchoolApplication application) {
        return Objects.requireNonNull(application.latest()).decisionId();
    }
}
