package onepermit.exchange.correction.grpc;

import com.google.protobuf.StringValue;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.correction.Correction;
import onepermit.exchange.correction.Correction.Standing;
import onepermit.exchange.correction.Corrections;
import onepermit.exchange.correction.Doubt;
import onepermit.exchange.correction.ReadCorrections;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.AnswerCorrectionRequest;
import onepermit.exchange.v1.RaiseCorrectionRequest;
import onepermit.exchange.v1.RequestContext;
import onepermit.exchange.v1.SupplementCorrectionRequest;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes of corrections: once a request id, in one transaction, recorded before they are answered. What is stored under the request id is the
 * correction's id alone, for the rest of it lies sealed in its own place.
 */
final class CorrectionChanges {
    private final Doubts doubts;
    private final Corrections corrections;
    private final ReadCorrections read;
    private final PersonKeys keys;
    private final AccessGuard guard;
    private final RequestLog requests;
    private final TransactionOperations transactions;
    private final CorrectionLooks looks;

    CorrectionChanges(
            Doubts doubts,
            Corrections corrections,
            ReadCorrections read,
            PersonKeys keys,
            AccessGuard guard,
            RequestLog requests,
            TransactionOperations transactions,
            CorrectionLooks looks) {
        this.doubts = doubts;
        this.corrections = corrections;
        this.read = read;
        this.keys = keys;
        this.guard = guard;
        this.requests = requests;
        this.transactions = transactions;
        this.looks = looks;
    }

    Correction raise(RaiseCorrectionRequest request) {
        Caller caller = Callers.current();
        Doubt doubt = doubts.read(request);
        guard.checkAgreed(caller, request.getContext(), doubt.dataset());
        PersonKey person = keys.of(doubt.citizen());
        return once(
                "RaiseCorrection",
                request.getRequestId(),
                request.getContext(),
                person,
                doubt.dataset(),
                () -> corrections.raise(person, doubt, doubts.raiser(caller, request)));
    }

    Correction supplement(SupplementCorrectionRequest request) {
        CitizenIds.requireNone("statement", request.getStatement());
        Correction found = read.ofOwn(request.getId(), Callers.current());
        return once(
                "SupplementCorrection",
                request.getRequestId(),
                request.getContext(),
                found.person(),
                found.doubt().dataset(),
                () -> corrections.supplement(
                        found,
                        request.getEtag(),
                        request.getStatement(),
                        CorrectionMessages.papers(request.getEvidenceList())));
    }

    Correction answer(AnswerCorrectionRequest request) {
        CitizenIds.requireNone("reason", request.getReason());
        Standing verdict = Standing.valueOf(request.getVerdict());
        if (verdict == Standing.NOT_CORRECTED && request.getArticle().isBlank()) {
            throw new RefusalException(Refusal.invalid(
                    "ARTICLE_MISSING", "article", "what is not corrected has an article that the owner relies on"));
        }
        Correction found = read.toAnswer(request.getId(), Callers.current());
        return once(
                "AnswerCorrection",
                request.getRequestId(),
                request.getContext(),
                found.person(),
                found.doubt().dataset(),
                () -> corrections.answer(found, request.getEtag(), verdict, request.getReason(), request.getArticle()));
    }

    private Correction once(
            String method,
            String requestId,
            RequestContext context,
            PersonKey person,
            String dataset,
            Supplier<Correction> change) {
        String id = looks.refusalsToo(method, context, person, dataset, () -> changed(method, requestId, change));
        Correction now = read.known(id, Callers.current());
        looks.record(method, context, List.of(now), StringValue.of(id));
        return now;
    }

    private String changed(String method, String requestId, Supplier<Correction> change) {
        return Objects.requireNonNull(transactions.execute(status -> requests.once(
                        requestId,
                        "CorrectionService/" + method,
                        StringValue.parser(),
                        () -> StringValue.of(change.get().id()))))
                .getValue();
    }
}
