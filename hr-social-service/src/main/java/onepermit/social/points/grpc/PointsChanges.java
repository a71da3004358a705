package onepermit.social.points.grpc;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;
import onepermit.social.RecordedCalls;
import onepermit.social.RequestFields;
import onepermit.social.contribution.Employer;
import onepermit.social.points.AcceptPoints;
import onepermit.social.points.DetermineScore;
import onepermit.social.points.FilePoints;
import onepermit.social.points.Filing;
import onepermit.social.points.ReadPoints;
import onepermit.social.v1.AcceptPointsRequest;
import onepermit.social.v1.AcceptPointsResponse;
import onepermit.social.v1.DetermineScoreRequest;
import onepermit.social.v1.DetermineScoreResponse;
import onepermit.social.v1.FilePointsRequest;
import onepermit.social.v1.FilePointsResponse;
import onepermit.social.v1.PointsServiceGrpc;
import org.springframework.stereotype.Component;

/** Changes of filings and scores: once a request id, in one transaction, recorded before they are answered. */
@Component
class PointsChanges {
    static final List<String> DATASETS = List.of("points.standard", "si.months", "permit.status");

    private final FilePoints file;
    private final AcceptPoints accept;
    private final DetermineScore determine;
    private final ReadPoints read;
    private final RequestFields fields;
    private final PointsMessages messages;
    private final RecordedCalls calls;

    PointsChanges(
            FilePoints file,
            AcceptPoints accept,
            DetermineScore determine,
            ReadPoints read,
            RequestFields fields,
            PointsMessages messages,
            RecordedCalls calls) {
        this.file = file;
        this.accept = accept;
        this.determine = determine;
        this.read = read;
        this.fields = fields;
        this.messages = messages;
        this.calls = calls;
    }

    FilePointsResponse file(FilePointsRequest request) {
        PersonKey person = fields.person(request.getCitizenId());
        DivisionCode division = fields.ownDivision("division", request.getDivision(), request.getContext());
        Employer employer = Employer.read("employer", request.getEmployer());
        LocalDate on = fields.pastDateOrToday("filed_on", request.getFiledOn());
        Claims claims = Items.claims(request.getClaimsList());
        return once(
                person,
                PointsServiceGrpc.getFilePointsMethod(),
                request.getContext(),
                request.getRequestId(),
                FilePointsResponse.parser(),
                () -> FilePointsResponse.newBuilder()
                        .setFiling(messages.filing(file.file(person, division, employer, on, claims)))
                        .build());
    }

    AcceptPointsResponse accept(AcceptPointsRequest request) {
        PersonKey person = fields.person(request.getCitizenId());
        LocalDate on = fields.pastDateOrToday("accepted_on", request.getAcceptedOn());
        Findings findings = Items.findings(request.getFindingsList());
        return once(
                person,
                PointsServiceGrpc.getAcceptPointsMethod(),
                request.getContext(),
                request.getRequestId(),
                AcceptPointsResponse.parser(),
                () -> AcceptPointsResponse.newBuilder()
                        .setFiling(messages.filing(
                                accept.accept(own(request.getFilingId(), person), request.getEtag(), findings, on)))
                        .build());
    }

    DetermineScoreResponse determine(DetermineScoreRequest request) {
        PersonKey person = fields.person(request.getCitizenId());
        return once(
                person,
                PointsServiceGrpc.getDetermineScoreMethod(),
                request.getContext(),
                request.getRequestId(),
                DetermineScoreResponse.parser(),
                () -> DetermineScoreResponse.newBuilder()
                        .setPoints(messages.points(determine.determine(
                                own(request.getFilingId(), person),
                                request.getEtag(),
                                request.getDecisionId(),
                                fields.today(),
                                request.getContext())))
                        .build());
    }

    private Filing own(String id, PersonKey person) {
        return read.filing(id, person, fields::own);
    }

    private <R extends MessageLite> R once(
            PersonKey person,
            MethodDescriptor<?, R> method,
            RequestContext context,
            String requestId,
            Parser<R> parser,
            Supplier<R> change) {
        return calls.once(RecordedCalls.look(person, method, context, DATASETS), requestId, parser, change);
    }
}
