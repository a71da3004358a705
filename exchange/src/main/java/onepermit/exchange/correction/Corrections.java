package onepermit.exchange.correction;

import com.google.protobuf.Message;
import io.grpc.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.correction.Correction.Answer;
import onepermit.exchange.correction.Correction.Due;
import onepermit.exchange.correction.Correction.Standing;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** What is done to corrections, inside the owner's transaction: each change and the news of it commit together. */
public final class Corrections {
    /** Decree 809 art. 26 gives no figure that was read in its text: a parameter, and not verified. */
    private static final int WORKING_DAYS = 10;

    private final Department department;
    private final CorrectionTable table;
    private final Facts facts;
    private final WorkingDays days;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Corrections(
            Department department,
            CorrectionTable table,
            Facts facts,
            WorkingDays days,
            Supplier<UUID> ids,
            Clock clock) {
        this.department = department;
        this.table = table;
        this.facts = facts;
        this.days = days;
        this.ids = ids;
        this.clock = clock;
    }

    public Correction raise(PersonKey person, Doubt doubt, Raiser raiser) {
        facts.lockPersons(Set.of(person));
        if (table.waits(person, doubt, raiser.department())) {
            throw new RefusalException(Refusal.alreadyExists(
                    "CORRECTION_OPEN",
                    "item",
                    "the caller's department has one open about the same field; supplement that one"));
        }
        LocalDate today = LocalDate.now(clock);
        Correction raised = new Correction(
                ids.get().toString(), person, doubt, raiser, Instant.EPOCH, today, due(today), Standing.OPEN, null, 1);
        table.add(raised);
        publish(raised, "CorrectionRequested");
        return raised;
    }

    /** @param read as the caller may see it */
    public Correction supplement(Correction read, String etag, String statement, List<Doubt.Paper> papers) {
        Correction current = current(read, etag);
        if (current.standing() != Standing.MORE_NEEDED) {
            throw refused("NOTHING_ASKED", "the owner has asked for nothing more");
        }
        return changed(current.supplemented(statement, papers, due(LocalDate.now(clock))), "CorrectionSupplemented");
    }

    /** @param read as the caller may see it */
    public Correction answer(Correction read, String etag, Standing as, String reason, String article) {
        Correction current = current(read, etag);
        if (current.standing() != Standing.OPEN) {
            throw refused("CORRECTION_ANSWERED", "the correction is " + current.standing() + " already");
        }
        if (as == Standing.CORRECTED && !table.changedSince(current)) {
            throw refused(
                    "NOT_CHANGED",
                    "the record is as it was when this was raised; change it first, or answer NOT_CORRECTED with a reason");
        }
        return changed(
                current.answered(as, new Answer(LocalDate.now(clock), clock.instant(), reason, article)),
                as.waits() ? "CorrectionReturned" : "CorrectionClosed");
    }

    private Correction current(Correction read, String etag) {
        facts.lockPersons(Set.of(read.person()));
        Correction current = table.lock(read.id()).orElse(read);
        Etag.require(etag, current.version());
        return current;
    }

    private Correction changed(Correction next, String event) {
        table.update(next);
        publish(next, event);
        return next;
    }

    private Due due(LocalDate from) {
        LocalDate last = days.after(from, WORKING_DAYS);
        return new Due(last, !days.knows(last.getYear()));
    }

    private void publish(Correction correction, String event) {
        Message payload = Outcome.of(correction);
        facts.publish(List.of(new FactChange(
                Outcome.dataset(department.id()),
                correction.person(),
                correction.id(),
                "onepermit.correction." + event + ".v1",
                payload)));
    }

    private static RefusalException refused(String reason, String text) {
        return new RefusalException(new Refusal(Status.Code.FAILED_PRECONDITION, reason, "id", text));
    }
}
