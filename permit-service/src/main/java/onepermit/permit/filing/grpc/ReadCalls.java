package onepermit.permit.filing.grpc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Etag;
import onepermit.permit.Looks;
import onepermit.permit.RequestFields;
import onepermit.permit.filing.FiledApplication;
import onepermit.permit.filing.FilingState;
import onepermit.permit.filing.Filings;
import onepermit.permit.v1.GetApplicationRequest;
import onepermit.permit.v1.GetApplicationResponse;
import onepermit.permit.v1.ListApplicationsRequest;
import onepermit.permit.v1.ListApplicationsResponse;
import onepermit.permit.v1.PermitApplicationServiceGrpc;
import org.springframework.stereotype.Component;

/** GetApplication and ListApplications. */
@Component
class ReadCalls {
    private static final int PAGE = 50;

    private final FiledHere filed;
    private final Filings filings;
    private final RequestFields fields;
    private final HandIn handIn;
    private final Looks looks;
    private final ApplicationMessages messages;
    private final Clock clock;

    ReadCalls(
            FiledHere filed,
            Filings filings,
            RequestFields fields,
            HandIn handIn,
            Looks looks,
            ApplicationMessages messages,
            Clock clock) {
        this.filed = filed;
        this.filings = filings;
        this.fields = fields;
        this.handIn = handIn;
        this.looks = looks;
        this.messages = messages;
        this.clock = clock;
    }

    GetApplicationResponse get(GetApplicationRequest request) {
        FiledApplication application = filed.require(request.getApplicationId());
        GetApplicationResponse.Builder answer = GetApplicationResponse.newBuilder()
                .setApplication(messages.application(application))
                .setEtag(Etag.of(application.version()));
        handIn.decision(answer.getApplication().getDecisionId()).ifPresent(answer::setDecision);
        return looks.recorded(
                PermitApplicationServiceGrpc.getGetApplicationMethod().getFullMethodName(),
                request.getContext(),
                application.filing().persons(),
                List.of("decision"),
                answer.build());
    }

    ListApplicationsResponse list(ListApplicationsRequest request) {
        DivisionCode division = fields.ownDivision("division", request.getDivision(), request.getContext());
        int size = request.getPageSize() == 0 ? PAGE : request.getPageSize();
        List<FiledApplication> found = filings.list(new Filings.Listing(
                division,
                states(request),
                request.getOverdueOnly() ? LocalDate.now(clock) : null,
                request.getPageToken(),
                size + 1));
        List<FiledApplication> page = found.subList(0, Math.min(size, found.size()));
        return looks.recorded(
                PermitApplicationServiceGrpc.getListApplicationsMethod().getFullMethodName(),
                request.getContext(),
                page.stream()
                        .map(application -> application.filing().applicant().key())
                        .toList(),
                List.of(),
                ListApplicationsResponse.newBuilder()
                        .addAllApplications(
                                page.stream().map(messages::application).toList())
                        .setNextPageToken(found.size() > size ? page.getLast().id() : "")
                        .build());
    }

    private static Set<FilingState> states(ListApplicationsRequest request) {
        return request.getStatesList().isEmpty()
                ? Arrays.stream(FilingState.values())
                        .filter(FilingState::open)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FilingState.class)))
                : request.getStatesList().stream()
                        .map(ApplicationMessages::state)
                        .collect(Collectors.toSet());
    }
}
