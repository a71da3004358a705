package onepermit.social.transfer;

import java.util.List;
import java.util.function.Predicate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Reads transfers, as far as the caller may see them: those of which one place is the caller's. */
@Component
public class ReadTransfers {
    private final Transfers transfers;

    ReadTransfers(Transfers transfers) {
        this.transfers = transfers;
    }

    public List<PensionTransfer> of(PersonKey person, Predicate<DivisionCode> own) {
        return transfers.of(person).stream()
                .filter(transfer -> own.test(transfer.from()) || own.test(transfer.to()))
                .toList();
    }

    /** A transfer whose next step is the caller's; any other of the caller's places is refused, others look like none. */
    public PensionTransfer inTurn(String id, PersonKey person, Predicate<DivisionCode> own) {
        PensionTransfer transfer = of(person, own).stream()
                .filter(of -> of.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "TRANSFER_NOT_FOUND",
                        "transfer_id",
                        "no transfer of that id for this person in the caller's division")));
        if (!own.test(transfer.turn())) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "NOT_IN_TURN",
                    "transfer_id",
                    "the transfer waits for " + transfer.turn().value()));
        }
        return transfer;
    }
}
