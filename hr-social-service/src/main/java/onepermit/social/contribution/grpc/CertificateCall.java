package onepermit.social.contribution.grpc;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.ledger.seal.Certifier;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
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

    private final ReadContributionHistory history;
    private final Certifier certifier;
    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final AccessGuard guard;
    private final Looks looks;
    private final Clock clock;

    CertificateCall(
            ReadContributionHistory history,
            Certifier certifier,
            CitizenIds citizenIds,
            PersonKeys keys,
            AccessGuard guard,
            Looks looks,
            Clock clock) {
        this.history = history;
        this.certifier = certifier;
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.guard = guard;
        this.looks = looks;
        this.clock = clock;
    }

    IssueContributionCertificateResponse answer(IssueContributionCertificateRequest request) {
        CitizenId citizen = citizenIds.read("citizen_id", request.getCitizenId());
        PersonKey person = keys.of(citizen);
        List<ContributionSeries> series = history.of(person).series();
        IssueContributionCertificateResponse response = own(series)
                ? certificate(citizen, ofKind(series, request.getKindValue()))
                : IssueContributionCertificateResponse.getDefaultInstance();
        looks.record(
                ContributionServiceGrpc.getIssueContributionCertificateMethod().getFullMethodName(),
                request.getContext(),
                List.of(person),
                response);
        if (response.getCertificate().isEmpty()) {
            throw new RefusalException(Refusal.notFound(
                    "CONTRIBUTIONS_NOT_FOUND", "citizen_id", "no contributions in the caller's division"));
        }
        return response;
    }

    /** A history that names only other divisions looks like none. */
    private boolean own(List<ContributionSeries> series) {
        return series.stream().anyMatch(of -> guard.sameDivision(Callers.current(), of.place()));
    }

    private static List<ContributionSeries> ofKind(List<ContributionSeries> series, int kind) {
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
