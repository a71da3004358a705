package onepermit.health.birthservice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/**
 * A couple's registration at the place where it lives.
 *
 * @param division where
 * @param reason of a refusal; empty = none
 */
public record Registration(
        String id,
        PersonKey wife,
        PersonKey husband,
        DivisionCode division,
        State state,
        LocalDate openedOn,
        Optional<LocalDate> decidedOn,
        String reason,
        long version,
        List<Verification> verifications) {

    /** Where it stands. */
    public enum State {
        VERIFYING,
        NEEDS_REVIEW,
        REGISTERED,
        REFUSED
    }

    public List<PersonKey> persons() {
        return List.of(wife, husband);
    }

    public PersonKey person(Spouse spouse) {
        return spouse == Spouse.WIFE ? wife : husband;
    }

    /** With an answer: all right registers at once (art. 16), anything wrong is for an officer once all have answered. */
    Registration answered(Verification answer, LocalDate on) {
        List<Verification> answers = verifications.stream()
                .map(asked -> asked.id().equals(answer.id()) ? answer : asked)
                .toList();
        return with(answers).settled(on);
    }

    Registration settled(LocalDate on) {
        if (verifications.stream().anyMatch(asked -> asked.standing() == Verification.Standing.OPEN)) {
            return this;
        }
        boolean right = verifications.stream().allMatch(asked -> asked.standing() == Verification.Standing.RIGHT);
        return right ? now(State.REGISTERED, Optional.of(on), "") : now(State.NEEDS_REVIEW, Optional.empty(), "");
    }

    /** @throws RefusalException nothing was found wrong, or it has ended */
    Registration decided(boolean register, String why, LocalDate on) {
        if (state != State.NEEDS_REVIEW) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "REGISTRATION_STATE", "registration_id", "expected one in NEEDS_REVIEW; this one is " + state));
        }
        if (!register && why.isBlank()) {
            throw new RefusalException(
                    Refusal.invalid("REASON_MISSING", "reason", "a refusal states its reason in writing (art. 16)"));
        }
        return now(register ? State.REGISTERED : State.REFUSED, Optional.of(on), register ? "" : why);
    }

    private Registration with(List<Verification> answers) {
        return new Registration(
                id, wife, husband, division, state, openedOn, decidedOn, reason, version, List.copyOf(answers));
    }

    private Registration now(State next, Optional<LocalDate> on, String why) {
        return new Registration(id, wife, husband, division, next, openedOn, on, why, version, verifications);
    }
}
