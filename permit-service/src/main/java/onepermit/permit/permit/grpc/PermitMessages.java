package onepermit.permit.permit.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.permit.permit.Ending;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.permit.ResidencePermit;
import onepermit.permit.v1.Permit;
import onepermit.permit.v1.PermitEnding;
import onepermit.permit.v1.PermitNotice;
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
        LocalDate lapsesOn = held.lapsesOn(permit);
        Permit.Builder message = Permit.newBuilder()
                .setNumber(permit.number())
                .setDivision(permit.division().value())
                .setStatus(status(permit))
                .setIssuedOn(permit.issuedOn().toString())
                .setEndorsedTo(permit.endorsedTo().toString())
                .setYearsCountFrom(permit.yearsCountFrom().toString())
                .setEndorsementFrom(permit.endorsementFrom().toString())
                .setPermitClass(permit.permitClass().name())
                .setLapsesOn(lapsesOn == null ? "" : lapsesOn.toString());
        if (permit.ending() != null) {
            message.setEnding(ending(permit.ending()));
        }
        return message.build();
    }

    static List<PermitNotice> notices(List<onepermit.permit.permit.PermitNotice> given) {
        return given.stream()
                .map(notice -> PermitNotice.newBuilder()
                        .setKind(notice.kind().name())
                        .setOn(notice.on().toString())
                        .build())
                .toList();
    }

    private static PermitEnding ending(Ending ending) {
        return PermitEnding.newBuilder()
                .setOn(ending.on().toString())
                .setReason(ending.reason().name())
                .setOfficer(ending.officer())
                .setExplanation(ending.explanation())
                .setArticle(ending.article())
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
