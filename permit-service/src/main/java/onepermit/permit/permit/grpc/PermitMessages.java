package onepermit.permit.permit.grpc;

import onepermit.permit.permit.HeldPermits;
import onepermit.permit.permit.ResidencePermit;
import onepermit.permit.v1.Permit;
import onepermit.permit.v1.PermitStatus;
import org.springframework.stereotype.Component;

/** A permit as the contract writes it. */
@Component
class PermitMessages {
    private final HeldPermits held;

    PermitMessages(HeldPermits held) {
        this.held = held;
    }

    Permit permit(ResidencePermit permit) {
        return Permit.newBuilder()
                .setNumber(permit.number())
                .setDivision(permit.division().value())
                .setStatus(status(permit))
                .setIssuedOn(permit.issuedOn().toString())
                .setEndorsedTo(permit.endorsedTo().toString())
                .setYearsCountFrom(permit.yearsCountFrom().toString())
                .setEndorsementFrom(permit.endorsementFrom().toString())
                .build();
    }

    private PermitStatus status(ResidencePermit permit) {
        return switch (held.statusToday(permit)) {
            case ACTIVE -> PermitStatus.PERMIT_STATUS_ACTIVE;
            case SUSPENDED -> PermitStatus.PERMIT_STATUS_SUSPENDED;
            case CANCELLED -> PermitStatus.PERMIT_STATUS_CANCELLED;
        };
    }
}
