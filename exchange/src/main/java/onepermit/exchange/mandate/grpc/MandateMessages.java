package onepermit.exchange.mandate.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import onepermit.exchange.mandate.Mandate;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.v1.MandateAct;
import onepermit.exchange.v1.MandateState;

/** Mandates as messages. */
final class MandateMessages {
    private MandateMessages() {}

    static onepermit.exchange.v1.Mandate of(Mandate mandate, LocalDate today) {
        onepermit.exchange.v1.Mandate.Builder message = onepermit.exchange.v1.Mandate.newBuilder()
                .setMandateId(mandate.id())
                .setEtag(Etag.of(mandate.version()))
                .setState(state(mandate, today))
                .setMethod(mandate.method())
                .setDivision(mandate.division().value())
                .setContext(mandate.context())
                .setSize(mandate.size())
                .setListHash(mandate.listHash())
                .setAskedBy(mandate.askedBy())
                .setAskedAt(timestamp(mandate.askedAt()))
                .setValidUntil(mandate.validUntil().toString());
        mandate.answer()
                .ifPresent(answer -> message.setAnsweredBy(answer.by())
                        .setAnsweredAt(timestamp(answer.at()))
                        .setReason(answer.reason()));
        return message.build();
    }

    /** What a supervisor's act makes of a mandate. */
    static Mandate.State state(MandateAct act) {
        return switch (act) {
            case MANDATE_ACT_APPROVE -> Mandate.State.APPROVED;
            case MANDATE_ACT_REFUSE -> Mandate.State.REFUSED;
            case MANDATE_ACT_WITHDRAW -> Mandate.State.WITHDRAWN;
            case MANDATE_ACT_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("the shape of the request was not checked");
        };
    }

    private static MandateState state(Mandate mandate, LocalDate today) {
        return switch (mandate.state()) {
            case REFUSED -> MandateState.MANDATE_STATE_REFUSED;
            case WITHDRAWN -> MandateState.MANDATE_STATE_WITHDRAWN;
            case REQUESTED, APPROVED -> {
                if (mandate.endedBy(today)) {
                    yield MandateState.MANDATE_STATE_EXPIRED;
                }
                yield mandate.state() == Mandate.State.APPROVED
                        ? MandateState.MANDATE_STATE_APPROVED
                        : MandateState.MANDATE_STATE_REQUESTED;
            }
        };
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
