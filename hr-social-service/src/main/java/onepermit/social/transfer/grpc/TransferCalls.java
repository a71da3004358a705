package onepermit.social.transfer.grpc;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.RequestContext;
import onepermit.social.transfer.PensionTransfer.Step;
import onepermit.social.transfer.TransferQuestion;
import onepermit.social.v1.CheckTransferRequest;
import onepermit.social.v1.PensionTransfer;
import onepermit.social.v1.TransferStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What all calls about transfers do: read fields, happen once, be recorded before they are answered. */
@Component
class TransferCalls {
    private static final List<String> DATASETS = List.of("hukou.place", "si.months");

    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final Divisions divisions;
    private final AccessGuard guard;
    private final WorkingDays calendar;
    private final TransactionOperations transaction;
    private final RequestLog requests;
    private final Ledger ledger;
    private final Clock clock;

    TransferCalls(
            CitizenIds citizenIds,
            PersonKeys keys,
            Divisions divisions,
            AccessGuard guard,
            WorkingDays calendar,
            TransactionOperations transaction,
            RequestLog requests,
            Ledger ledger,
            Clock clock) {
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.divisions = divisions;
        this.guard = guard;
        this.calendar = calendar;
        this.transaction = transaction;
        this.requests = requests;
        this.ledger = ledger;
        this.clock = clock;
    }

    static Look look(PersonKey person, MethodDescriptor<?, ?> method, RequestContext context) {
        return new Look(Callers.current(), context, method.getFullMethodName(), List.of(person), DATASETS);
    }

    <R extends MessageLite> R once(Look look, String requestId, Parser<R> parser, Supplier<R> change) {
        return recorded(
                look,
                () -> Objects.requireNonNull(
                        transaction.execute(status -> requests.once(requestId, look.method(), parser, change))));
    }

    /** A refusal tells of the person as an answer does, so it is recorded too. */
    <R extends MessageLite> R recorded(Look look, Supplier<R> work) {
        R answer;
        try {
            answer = work.get();
        } catch (RefusalException refused) {
            ledger.append(look);
            throw refused;
        }
        ledger.append(look.answered(hash(answer)));
        return answer;
    }

    TransferQuestion question(CheckTransferRequest request) {
        CitizenId id = citizenIds.read("citizen_id", request.getCitizenId());
        return new TransferQuestion(
                keys.of(id),
                id,
                place("from_place", request.getFromPlace()),
                ownPlace("to_place", request.getToPlace(), request.getContext()),
                request.getApproved(),
                pastDate("requested_on", request.getRequestedOn()),
                request.getContext());
    }

    PersonKey person(String text) {
        return keys.of(citizenIds.read("citizen_id", text));
    }

    DivisionCode place(String field, String text) {
        return divisions.read(field, text);
    }

    /** A place in which the calling officer works. */
    DivisionCode ownPlace(String field, String text, RequestContext context) {
        DivisionCode place = place(field, text);
        guard.check(Callers.current(), context, place);
        return place;
    }

    boolean own(DivisionCode place) {
        return guard.sameDivision(Callers.current(), place);
    }

    LocalDate pastDate(String field, String text) {
        return text.isEmpty() ? LocalDate.now(clock) : Dates.notFuture(field, Dates.read(field, text), clock);
    }

    PensionTransfer message(onepermit.social.transfer.PensionTransfer transfer) {
        PensionTransfer.Builder message = PensionTransfer.newBuilder()
                .setId(transfer.id())
                .setFromPlace(transfer.from().value())
                .setToPlace(transfer.to().value())
                .setWaitsFor(transfer.waitsFor().map(TransferCalls::step).orElse(TransferStep.TRANSFER_STEP_CLOSED))
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

    private static byte[] hash(MessageLite answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
