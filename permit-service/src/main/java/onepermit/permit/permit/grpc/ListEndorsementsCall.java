package onepermit.permit.permit.grpc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.Looks;
import onepermit.permit.RequestFields;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.permit.PermitStatus;
import onepermit.permit.permit.Permits;
import onepermit.permit.permit.ResidencePermit;
import onepermit.permit.v1.ListEndorsementsRequest;
import onepermit.permit.v1.ListEndorsementsResponse;
import onepermit.permit.v1.PermitServiceGrpc;
import org.springframework.stereotype.Component;

/** Permits whose endorsement is open or overdue. A status is derived, so those that have ended by themselves are left out of a page, not of the query. */
@Component
class ListEndorsementsCall {
    private static final int PAGE = 50;

    private final RequestFields fields;
    private final Permits permits;
    private final HeldPermits held;
    private final PermitMessages messages;
    private final Looks looks;
    private final Clock clock;

    ListEndorsementsCall(
            RequestFields fields,
            Permits permits,
            HeldPermits held,
            PermitMessages messages,
            Looks looks,
            Clock clock) {
        this.fields = fields;
        this.permits = permits;
        this.held = held;
        this.messages = messages;
        this.looks = looks;
        this.clock = clock;
    }

    ListEndorsementsResponse answer(ListEndorsementsRequest request) {
        DivisionCode division = fields.ownDivision("division", request.getDivision(), request.getContext());
        int size = request.getPageSize() == 0 ? PAGE : request.getPageSize();
        LocalDate today = LocalDate.now(clock);
        List<ResidencePermit> page =
                permits.endorsedUpTo(division, lastDayInWindow(today), request.getPageToken(), size);
        List<ResidencePermit> due = page.stream()
                .filter(permit -> !permit.endorsementFrom().isAfter(today))
                .filter(permit -> held.statusToday(permit) != PermitStatus.CANCELLED)
                .toList();
        return looks.recorded(
                PermitServiceGrpc.getListEndorsementsMethod().getFullMethodName(),
                request.getContext(),
                due.stream().map(ResidencePermit::person).toList(),
                List.of("permit.status"),
                ListEndorsementsResponse.newBuilder()
                        .addAllPermits(due.stream().map(messages::permit).toList())
                        .setNextPageToken(page.size() == size ? page.getLast().number() : "")
                        .build());
    }

    /** A month is of 28 to 31 days: what is read a little too far is left out by the day of its own window. */
    private static LocalDate lastDayInWindow(LocalDate today) {
        return today.plusMonths(1).plusDays(3);
    }
}
