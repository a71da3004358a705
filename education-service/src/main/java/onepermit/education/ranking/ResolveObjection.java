package onepermit.education.ranking;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import onepermit.education.admission.Verified;
import onepermit.education.application.Applications;
import onepermit.education.application.SchoolApplication;
import onepermit.education.application.VerifyApplication;
import onepermit.education.round.AdmissionRound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers an objection: what its application says by the facts of today decides, and a round that changed is ranked anew. */
@Service
public class ResolveObjection {
    private final Objections objections;
    private final Applications applications;
    private final VerifyApplication verify;
    private final RankRound rankRound;

    ResolveObjection(Objections objections, Applications applications, VerifyApplication verify, RankRound rankRound) {
        this.objections = objections;
        this.applications = applications;
        this.verify = verify;
        this.rankRound = rankRound;
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
    public Objection resolve(AdmissionRound locked, UUID id, @Nullable Verified anew) {
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
