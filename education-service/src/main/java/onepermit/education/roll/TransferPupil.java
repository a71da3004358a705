package onepermit.education.roll;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.education.school.School;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Service;

/** From one school to another, by both: the one asks, the other releases. Each runs inside the caller's transaction, which has locked the pupil. */
@Service
public class TransferPupil {
    private final Transfers transfers;
    private final KeepRoll keepRoll;

    TransferPupil(Transfers transfers, KeepRoll keepRoll) {
        this.transfers = transfers;
        this.keepRoll = keepRoll;
    }

    public Optional<Transfer> requested(PersonKey pupil) {
        return transfers.of(pupil);
    }

    public Transfer request(Roll roll, School school, LocalDate from) {
        RollEntry current = roll.current().orElseThrow(RollRefusals::onNoRoll);
        if (current.school().equals(school.code())) {
            throw RollRefusals.onThisRoll();
        }
        if (!from.isAfter(current.from())) {
            throw RollRefusals.overlaps();
        }
        Transfer transfer = new Transfer(roll.pupil(), school.code(), from);
        transfers.store(transfer);
        return transfer;
    }

    public PublishedRoll release(Roll roll) {
        Transfer transfer = transfers.of(roll.pupil()).orElseThrow(RollRefusals::noTransfer);
        transfers.remove(roll.pupil());
        return keepRoll.transfer(roll, transfer.school(), transfer.from());
    }
}
