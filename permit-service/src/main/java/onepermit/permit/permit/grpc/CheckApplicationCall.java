package onepermit.permit.permit.grpc;

import onepermit.exchange.access.Callers;
import onepermit.exchange.decision.Decisions;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.RequestFields;
import onepermit.permit.application.CheckApplication;
import onepermit.permit.application.CheckedApplication;
import onepermit.permit.application.Due;
import onepermit.permit.application.Filer;
import onepermit.permit.application.Party;
import onepermit.permit.application.PermitApplication;
import onepermit.permit.v1.CheckApplicationRequest;
import onepermit.permit.v1.CheckApplicationResponse;
import onepermit.permit.v1.PermitServiceGrpc;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CheckApplicationCall {
    private final RequestFields fields;
    private final CheckApplication check;
    private final Decisions decisions;

    CheckApplicationCall(RequestFields fields, CheckApplication check, Decisions decisions) {
        this.fields = fields;
        this.check = check;
        this.decisions = decisions;
    }

    CheckApplicationResponse answer(CheckApplicationRequest request) {
        PermitApplication application = application(request);
        CheckedApplication checked = check.check(application);
        Look look = new Look(
                Callers.current(),
                request.getContext(),
                PermitServiceGrpc.getCheckApplicationMethod().getFullMethodName(),
                application.persons(),
                CheckApplication.DATASETS);
        Due due = checked.issueDue();
        return CheckApplicationResponse.newBuilder()
                .setDecision(decisions.answer(checked.decision(), look))
                .setIssueDue(due == null ? "" : due.on().toString())
                .setFeeFen(checked.feeFen())
                .build();
    }

    private PermitApplication application(CheckApplicationRequest request) {
        Party applicant = party("citizen_id", request.getCitizenId());
        Party host = request.getHostId().isEmpty() ? null : party("host_id", request.getHostId());
        requireTwo(applicant, host);
        return new PermitApplication(
                applicant,
                host,
                Filer.NOT_ASKED,
                request.getName(),
                null,
                fields.ownDivision("division", request.getDivision(), request.getContext()),
                fields.pastDateOrToday("applied_on", request.getAppliedOn()),
                request.getContext());
    }

    private Party party(String field, String text) {
        CitizenId citizen = fields.citizen(field, text);
        return Party.of(citizen, fields.key(citizen));
    }

    private static void requireTwo(Party applicant, @Nullable Party host) {
        if (applicant.equals(host)) {
            throw new RefusalException(Refusal.invalid(
                    "HOST_IS_APPLICANT", "host_id", "the host is the applicant; leave it empty for the own dwelling"));
        }
    }
}
