package onepermit.social.contribution.grpc;

import io.grpc.stub.StreamObserver;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestLog;
import onepermit.social.contribution.ContributionHistory;
import onepermit.social.contribution.ContributionLedger;
import onepermit.social.contribution.CorrectContribution;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.LedgerYear;
import onepermit.social.contribution.Payment;
import onepermit.social.contribution.ReadContributionHistory;
import onepermit.social.v1.ContributionServiceGrpc.ContributionServiceImplBase;
import onepermit.social.v1.CorrectContributionRequest;
import onepermit.social.v1.CorrectContributionResponse;
import onepermit.social.v1.CorrectedMonth;
import onepermit.social.v1.GetContributionHistoryRequest;
import onepermit.social.v1.GetContributionHistoryResponse;
import onepermit.social.v1.IssueContributionCertificateRequest;
import onepermit.social.v1.IssueContributionCertificateResponse;
import onepermit.social.v1.PostContributionsRequest;
import onepermit.social.v1.PostContributionsResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** {@code ContributionService} on the wire. */
@Component
class ContributionEndpoint extends ContributionServiceImplBase {
    private static final String HISTORY = "onepermit.social.v1.ContributionService/GetContributionHistory";
    private static final String CORRECT = "onepermit.social.v1.ContributionService/CorrectContribution";

    private final PostedBatches batches;
    private final ReadContributionHistory history;
    private final CorrectContribution corrections;
    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final Divisions divisions;
    private final AccessGuard guard;
    private final TransactionOperations transaction;
    private final RequestLog requests;
    private final Looks looks;
    private final CertificateCall certificates;

    ContributionEndpoint(
            PostedBatches batches,
            ReadContributionHistory history,
            CorrectContribution corrections,
            CitizenIds citizenIds,
            PersonKeys keys,
            Divisions divisions,
            AccessGuard guard,
            TransactionOperations transaction,
            RequestLog requests,
            Looks looks,
            CertificateCall certificates) {
        this.batches = batches;
        this.history = history;
        this.corrections = corrections;
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.divisions = divisions;
        this.guard = guard;
        this.transaction = transaction;
        this.requests = requests;
        this.looks = looks;
        this.certificates = certificates;
    }

    @Override
    public StreamObserver<PostContributionsRequest> postContributions(
            StreamObserver<PostContributionsResponse> answer) {
        return new PostingStream(batches, answer);
    }

    @Override
    public void getContributionHistory(
            GetContributionHistoryRequest request, StreamObserver<GetContributionHistoryResponse> answer) {
        PersonKey person = keys.of(citizenIds.read("citizen_id", request.getCitizenId()));
        GetContributionHistoryResponse response = shown(history.of(person));
        looks.record(HISTORY, request.getContext(), List.of(person), response);
        answer.onNext(response);
        answer.onCompleted();
    }

    @Override
    public void issueContributionCertificate(
            IssueContributionCertificateRequest request, StreamObserver<IssueContributionCertificateResponse> answer) {
        answer.onNext(certificates.answer(request));
        answer.onCompleted();
    }

    @Override
    public void correctContribution(
            CorrectContributionRequest request, StreamObserver<CorrectContributionResponse> answer) {
        CorrectContribution.Correction correction = correction(request);
        List<PersonKey> insured = List.of(correction.year().person());
        CorrectContributionResponse response = looks.refusalsToo(
                CORRECT, request.getContext(), insured, () -> once(request.getRequestId(), correction));
        looks.record(CORRECT, request.getContext(), insured, response);
        answer.onNext(response);
        answer.onCompleted();
    }

    /** A history that names only other divisions looks like none. */
    private GetContributionHistoryResponse shown(ContributionHistory read) {
        return guard.owns(Callers.current(), read.divisions())
                ? HistoryMessage.of(read)
                : GetContributionHistoryResponse.getDefaultInstance();
    }

    private CorrectContributionResponse once(String requestId, CorrectContribution.Correction correction) {
        return Objects.requireNonNull(transaction.execute(status ->
                requests.once(requestId, CORRECT, CorrectContributionResponse.parser(), () -> corrected(correction))));
    }

    private CorrectContributionResponse corrected(CorrectContribution.Correction correction) {
        return CorrectContributionResponse.newBuilder()
                .setEtag(Etag.of(corrections.correct(correction)))
                .build();
    }

    private CorrectContribution.Correction correction(CorrectContributionRequest request) {
        requireCorrection(request);
        DivisionCode place = divisions.read("place", request.getPlace());
        guard.check(Callers.current(), request.getContext(), place);
        YearMonth month = YearMonth.parse(request.getMonth());
        PersonKey person = keys.of(citizenIds.read("citizen_id", request.getCitizenId()));
        return new CorrectContribution.Correction(
                new LedgerYear.Key(person, place, ContributionLines.kind(request.getKindValue()), month.getYear()),
                month.getMonth(),
                request.hasReplace() ? Optional.of(payment(request.getReplace())) : Optional.empty(),
                new ContributionLedger.Change(
                        request.getReason(), Callers.current().subject()),
                request.getEtag());
    }

    /** `remove: false` is set and says nothing; to take it for a removal would take a paid month away. */
    private static void requireCorrection(CorrectContributionRequest request) {
        if (request.hasRemove() && !request.getRemove()) {
            throw new RefusalException(Refusal.invalid(
                    "CORRECTION_MISSING", "remove", "expected true, or the month as it should be in 'replace'"));
        }
    }

    private static Payment payment(CorrectedMonth truth) {
        return new Payment(
                Employer.read("replace.employer", truth.getEmployer()), truth.getBaseFen(), truth.getBackPaid());
    }
}
