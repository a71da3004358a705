package onepermit.exchange.mandate;

import io.grpc.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.MethodRules;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;

/** Asks for mandates and answers them, inside the caller's transaction. */
public final class Mandates {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final MandateTable table;
    private final MethodRules rules;
    private final AccessGuard guard;
    private final Period longest;
    private final Clock clock;

    /** @param longest from the day it is asked for */
    Mandates(MandateTable table, MethodRules rules, AccessGuard guard, Period longest, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.guard = guard;
        this.longest = longest;
        this.clock = clock;
    }

    /** What has to be right before anything is written. */
    public void require(Caller caller, Mandate.Asked asked) {
        if (!rules.takesBatches(asked.method())) {
            throw new RefusalException(Refusal.invalid(
                    "MANDATE_METHOD",
                    "method",
                    "expected a method of this department that answers a batch about persons"));
        }
        guard.check(caller, asked.context(), asked.division());
        requirePurpose(asked.method(), asked.context());
        LocalDate today = today();
        if (asked.validUntil().isBefore(today)) {
            throw new RefusalException(
                    Refusal.invalid("DATE_PAST", "valid_until", "expected today or a later day, as the last one"));
        }
        if (asked.validUntil().isAfter(today.plus(longest))) {
            throw new RefusalException(Refusal.invalid(
                    "MANDATE_TOO_LONG",
                    "valid_until",
                    "a mandate holds until " + today.plus(longest) + " at the latest; ask again for what comes later"));
        }
    }

    private void requirePurpose(String method, RequestContext context) {
        if (!rules.allows(method, context.getPurpose())) {
            throw new RefusalException(new Refusal(
                    Status.Code.PERMISSION_DENIED,
                    "PURPOSE",
                    "context.purpose",
                    context.getPurpose() + " is no purpose of " + method));
        }
    }

    public Mandate ask(Mandate.Asked asked) {
        List<PersonKey> persons = asked.persons().stream().sorted().distinct().toList();
        return table.ask(UUID.randomUUID().toString(), asked, persons, hash(persons));
    }

    /** Of another division it is as if it were not there. */
    public Mandate answer(Caller caller, String id, String etag, Mandate.State to, String reason) {
        Mandate mandate = table.held(id)
                .filter(found -> guard.owns(caller, List.of(found.division())))
                .orElseThrow(Mandates::unknown);
        Etag.require(etag, mandate.version());
        if (to == Mandate.State.APPROVED && mandate.askedBy().equals(caller.subject())) {
            throw new RefusalException(new Refusal(
                    Status.Code.PERMISSION_DENIED, "FOUR_EYES", "", "another supervisor than who asked approves it"));
        }
        Mandate.State from = to == Mandate.State.WITHDRAWN ? Mandate.State.APPROVED : Mandate.State.REQUESTED;
        if (mandate.state() != from || mandate.endedBy(today())) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "MANDATE_ANSWERED",
                    "act",
                    "what is asked for is approved or refused, what is approved is withdrawn, until its last day"));
        }
        if (to != Mandate.State.APPROVED && reason.isBlank()) {
            throw new RefusalException(Refusal.invalid("REASON_MISSING", "reason", "say why; who asked will read it"));
        }
        return table.answer(id, to, caller.subject(), to == Mandate.State.APPROVED ? "" : reason);
    }

    /** Those the caller may see. */
    public List<Mandate> seenBy(Caller caller) {
        return caller.role().equals("supervisor")
                ? table.within(AccessGuard.seat(caller))
                : table.askedBy(caller.subject());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** Deletes lists that are needed no longer. */
    int forgetEnded() {
        return table.forgetEnded(today());
    }

    static RefusalException unknown() {
        return new RefusalException(Refusal.notFound(
                "MANDATE_UNKNOWN", "mandate_id", "expected the id of a mandate of this officer or division"));
    }

    private static byte[] hash(List<PersonKey> persons) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            persons.forEach(person -> digest.update(person.bytes()));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
