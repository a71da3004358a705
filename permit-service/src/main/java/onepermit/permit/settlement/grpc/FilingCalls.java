package onepermit.permit.settlement.grpc;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.Looks;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.filing.InsuredStaff;
import onepermit.permit.settlement.DetermineSettlement;
import onepermit.permit.settlement.DisqualifySettlement;
import onepermit.permit.settlement.FileSettlement;
import onepermit.permit.settlement.ReadSettlements;
import onepermit.permit.settlement.ReviewSettlement;
import onepermit.permit.settlement.SettlementFiling;
import onepermit.permit.v1.DetermineSettlementRequest;
import onepermit.permit.v1.DetermineSettlementResponse;
import onepermit.permit.v1.DisqualifySettlementRequest;
import onepermit.permit.v1.DisqualifySettlementResponse;
import onepermit.permit.v1.FileSettlementRequest;
import onepermit.permit.v1.FileSettlementResponse;
import onepermit.permit.v1.GetSettlementRequest;
import onepermit.permit.v1.GetSettlementResponse;
import onepermit.permit.v1.ReviewSettlementRequest;
import onepermit.permit.v1.ReviewSettlementResponse;
import onepermit.permit.v1.SettlementServiceGrpc;
import org.springframework.stereotype.Component;

/** Filings: once a request id, in one transaction, recorded before they are answered. */
@Component
class FilingCalls {
    static final List<String> DATASETS =
            List.of("permit.status", "dwelling", "si.months", "employment.current", "iit.months");

    private final FileSettlement file;
    private final ReviewSettlement review;
    private final DetermineSettlement determine;
    private final DisqualifySettlement disqualify;
    private final ReadSettlements read;
    private final InsuredStaff staff;
    private final RequestFields fields;
    private final Mutation mutation;
    private final Looks looks;
    private final SettlementMessages messages;

    FilingCalls(
            FileSettlement file,
            ReviewSettlement review,
            DetermineSettlement determine,
            DisqualifySettlement disqualify,
            ReadSettlements read,
            InsuredStaff staff,
            RequestFields fields,
            Mutation mutation,
            Looks looks,
            SettlementMessages messages) {
        this.file = file;
        this.review = review;
        this.determine = determine;
        this.disqualify = disqualify;
        this.read = read;
        this.staff = staff;
        this.fields = fields;
        this.mutation = mutation;
        this.looks = looks;
        this.messages = messages;
    }

    /** Whether the employer insures the person is read before the transaction; an employer learns nothing of whom it does not insure. */
    FileSettlementResponse file(FileSettlementRequest request) {
        DivisionCode division = fields.ownDivision("division", request.getDivision(), request.getContext());
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        LocalDate on = fields.pastDateOrToday("filed_on", request.getFiledOn());
        var asked = new FileSettlement.Asked(
                person,
                division,
                request.getEmployer(),
                staff.of(person, request.getEmployer(), on, request.getContext()),
                on,
                SettlementItems.claims(request.getClaimsList()));
        return once(
                person,
                SettlementServiceGrpc.getFileSettlementMethod(),
                request.getContext(),
                request.getRequestId(),
                FileSettlementResponse.parser(),
                () -> FileSettlementResponse.newBuilder()
                        .setFiling(messages.filing(file.file(asked)))
                        .build());
    }

    ReviewSettlementResponse review(ReviewSettlementRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        return once(
                person,
                SettlementServiceGrpc.getReviewSettlementMethod(),
                request.getContext(),
                request.getRequestId(),
                ReviewSettlementResponse.parser(),
                () -> ReviewSettlementResponse.newBuilder()
                        .setFiling(messages.filing(review.review(
                                own(request.getNumber(), person),
                                request.getEtag(),
                                SettlementItems.findings(request.getFindingsList()))))
                        .build());
    }

    DetermineSettlementResponse determine(DetermineSettlementRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        return once(
                person,
                SettlementServiceGrpc.getDetermineSettlementMethod(),
                request.getContext(),
                request.getRequestId(),
                DetermineSettlementResponse.parser(),
                () -> DetermineSettlementResponse.newBuilder()
                        .setFiling(messages.filing(determine.determine(
                                own(request.getNumber(), person), request.getEtag(), request.getDecisionId())))
                        .build());
    }

    DisqualifySettlementResponse disqualify(DisqualifySettlementRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        var act = new DisqualifySettlement.Act(
                fields.pastDateOrToday("disqualified_on", request.getDisqualifiedOn()),
                Callers.current().subject(),
                request.getExplanation(),
                request.getArticle());
        return once(
                person,
                SettlementServiceGrpc.getDisqualifySettlementMethod(),
                request.getContext(),
                request.getRequestId(),
                DisqualifySettlementResponse.parser(),
                () -> DisqualifySettlementResponse.newBuilder()
                        .setFiling(messages.filing(
                                disqualify.disqualify(own(request.getNumber(), person), request.getEtag(), act)))
                        .build());
    }

    GetSettlementResponse get(GetSettlementRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        String method = SettlementServiceGrpc.getGetSettlementMethod().getFullMethodName();
        GetSettlementResponse answer = looks.refusalsToo(
                method,
                request.getContext(),
                List.of(person),
                List.of(),
                () -> GetSettlementResponse.newBuilder()
                        .setFiling(messages.filing(read.latest(person, fields::owns)))
                        .build());
        return looks.recorded(method, request.getContext(), List.of(person), List.of(), answer);
    }

    private SettlementFiling own(String number, PersonKey person) {
        return read.filing(number, person, fields::owns);
    }

    private <R extends Message> R once(
            PersonKey person,
            MethodDescriptor<?, R> method,
            RequestContext context,
            String requestId,
            Parser<R> parser,
            Supplier<R> change) {
        return mutation.once(method, requestId, context, parser, List.of(person), DATASETS, change);
    }
}
