package onepermit.social.transfer.grpc;

import java.time.Clock;
import java.time.LocalDate;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.rpc.Etag;
import onepermit.social.transfer.PensionTransfer.Step;
import onepermit.social.v1.PensionTransfer;
import onepermit.social.v1.TransferStep;
import org.springframework.stereotype.Component;

/** Transfers as messages; what time alone changes is derived here, for today. */
@Component
class TransferMessages {
    private final WorkingDays calendar;
    private final Clock clock;

    TransferMessages(WorkingDays calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    PensionTransfer transfer(onepermit.social.transfer.PensionTransfer transfer) {
        PensionTransfer.Builder message = PensionTransfer.newBuilder()
                .setId(transfer.id())
                .setFromPlace(transfer.from().value())
                .setToPlace(transfer.to().value())
                .setWaitsFor(transfer.waitsFor().map(TransferMessages::step).orElse(TransferStep.TRANSFER_STEP_CLOSED))
                .setOverdue(transfer.overdue(LocalDate.now(clock)))
                .setRequestedOn(transfer.requestedOn().toString())
                .setEtag(Etag.of(transfer.version()));
        transfer.dueOn()
                .ifPresent(due -> message.setDueOn(due.toString()).setDueUncertain(!calendar.knows(due.getYear())));
        transfer.doneOn().forEach(day -> message.addDoneOn(day.toString()));
        return message.build();
    }

    private static TransferStep step(Step step) {
        return switch (step) {
            case ANSWER -> TransferStep.TRANSFER_STEP_ANSWER;
            case HAND_OVER -> TransferStep.TRANSFER_STEP_HAND_OVER;
            case CLOSE -> TransferStep.TRANSFER_STEP_CLOSE;
        };
    }
}
