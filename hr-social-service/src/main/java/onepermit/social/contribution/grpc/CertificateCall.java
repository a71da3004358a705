package onepermit.social.contribution.grpc;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.seal.Certifier;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.social.RecordedCalls;
import onepermit.social.RequestFields;
import onepermit.social.contribution.ContributionCertificate;
import onepermit.social.contribution.ContributionSeries;
import onepermit.social.contribution.ReadContributionHistory;
import onepermit.social.v1.ContributionServiceGrpc;
import onepermit.social.v1.IssueContributionCertificateRequest;
import onepermit.social.v1.IssueContributionCertificateResponse;
import org.springframework.stereotype.Component;

/** Issues a certificate; the look is recorded with the hash of what was issued. */
@Component
class CertificateCall {
    private static final String KIND = "contribution";
    private static final List<String> DATASETS = List.of("si.months");

    private final ReadContributionHistory history;
    private final Certifier certifier;
    private final RequestFields fields;
    private final RecordedCalls calls;
    private final Clock clock;

    CertificateCall(
            ReadContributionHistory history,
            Certifier certifier,
            RequestFields fields,
            RecordedCalls calls,
            Clock clock) {
        this.history = history;
        this.certifier = certifier;
        this.fields = fields;
        this.calls = calls;
        this.clock = clock;
    }

    IssueContributionCertificateResponse answer(IssueContributionCertificateRequest request) {
        CitizenId citizen = fields.citizen(request.getCitizenId());
        PersonKey person = fields.key(citizen);
        var look = RecordedCalls.look(
                person,
                ContributionServiceGrpc.getIssueContributionCertificateMethod(),
                request.getContext(),
                DATASETS);
        return calls.recorded(look, () -> certificate(citizen, own(person, request.getKindValue())));
    }

    /** A history that names only other divisions looks like none. */
    private List<ContributionSeries> own(PersonKey person, int kind) {
        List<ContributionSeries> series = history.of(person).series();
        if (series.stream().noneMatch(of -> fields.own(of.place()))) {
            throw new RefusalException(Refusal.notFound(
                    "CONTRIBUTIONS_NOT_FOUND", "citizen_id", "no contributions in the caller's division"));
        }
        return series.stream()
                .filter(of -> kind == 0 || of.kind().code() == kind)
                .toList();
    }

    private IssueContributionCertificateResponse certificate(CitizenId citizen, List<ContributionSeries> series) {
        var certificate = new ContributionCertificate(citizen, clock.instant().truncatedTo(ChronoUnit.SECONDS), series);
        return IssueContributionCertificateResponse.newBuilder()
                .setCertificate(certifier.certify(KIND, certificate.lines()).toString())
                .build();
    }
}
