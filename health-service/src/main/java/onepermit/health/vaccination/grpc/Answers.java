package onepermit.health.vaccination.grpc;

import com.google.protobuf.MessageLite;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import onepermit.exchange.access.Callers;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.v1.GetAssessmentResponse;
import onepermit.health.v1.RecordDoseResponse;
import onepermit.health.vaccination.AssessVaccination;
import onepermit.health.vaccination.Doses;
import org.springframework.stereotype.Component;

/** Answers about a child; each look is recorded before its answer leaves. */
@Component
class Answers {
    private static final String ASSESS = "onepermit.health.v1.VaccinationService/GetAssessment";
    private static final List<String> DATASETS = List.of("immunisation.assessment");

    private final Doses doses;
    private final Decisions decisions;
    private final Ledger ledger;

    Answers(Doses doses, Decisions decisions, Ledger ledger) {
        this.doses = doses;
        this.decisions = decisions;
        this.ledger = ledger;
    }

    /** The record as it stands. */
    RecordDoseResponse record(PersonKey child) {
        return RecordDoseResponse.newBuilder()
                .addAllDoses(DoseMessages.of(doses.of(child)))
                .setEtag(Etag.of(doses.version(child)))
                .build();
    }

    void record(String method, RequestContext context, PersonKey child, MessageLite answer) {
        ledger.append(look(method, context, child).answered(hash(answer)));
    }

    /** Work on the record, whose refusals tell of the child too. */
    <R> R refusalsToo(String method, RequestContext context, PersonKey child, Supplier<R> work) {
        return ledger.refusalsToo(look(method, context, child), work);
    }

    GetAssessmentResponse assessed(
            RequestContext context, AssessVaccination.Question question, AssessVaccination.Assessment assessment) {
        PersonKey child = question.child();
        return GetAssessmentResponse.newBuilder()
                .addAllDoses(DoseMessages.of(doses.of(child)))
                .setEtag(Etag.of(doses.version(child)))
                .setCheckDue(assessment.checkDue().map(LocalDate::toString).orElse(""))
                .setRecheckDue(assessment.recheckDue().map(LocalDate::toString).orElse(""))
                .setSchedule(DoseMessages.of(assessment.schedule()))
                .addAllCatchUp(DoseMessages.catchUp(assessment.catchUp()))
                .setDecision(decisions.answer(assessment.decision(), look(ASSESS, context, child)))
                .build();
    }

    private static Look look(String method, RequestContext context, PersonKey child) {
        return new Look(Callers.current(), context, method, List.of(child), DATASETS);
    }

    private static byte[] hash(MessageLite answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
