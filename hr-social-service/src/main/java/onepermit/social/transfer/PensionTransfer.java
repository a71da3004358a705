package onepermit.social.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/**
 * A transfer: its three steps are done one after the other, each within so many working days after the one before.
 *
 * @param doneOn days of the steps done, in their order, at most three
 * @param dueOn last day of the step that is waited for; empty = closed
 * @param version raised by every change
 */
public record PensionTransfer(
        String id,
        PersonKey person,
        DivisionCode from,
        DivisionCode to,
        LocalDate requestedOn,
        List<LocalDate> doneOn,
        Optional<LocalDate> dueOn,
        String decision,
        long version) {

    /** What is done, by whom. */
    public enum Step {
        /** The new place answers. */
        ANSWER,
        /** The old place hands over. */
        HAND_OVER,
        /** The new place enters it and closes. */
        CLOSE;

        static final int COUNT = values().length;
    }

    public PensionTransfer {
        doneOn = List.copyOf(doneOn);
    }

    /** Empty = closed. */
    public Optional<Step> waitsFor() {
        return doneOn.size() == Step.COUNT ? Optional.empty() : Optional.of(Step.values()[doneOn.size()]);
    }

    /** The place whose turn it is; of a closed one the new place. */
    public DivisionCode turn() {
        return waitsFor().filter(step -> step == Step.HAND_OVER).isPresent() ? from : to;
    }

    public boolean overdue(LocalDate today) {
        return dueOn.filter(day -> day.isBefore(today)).isPresent();
    }

    LocalDate last() {
        return doneOn.isEmpty() ? requestedOn : doneOn.getLast();
    }

    /** @param due of the step after it, if there is one */
    PensionTransfer done(LocalDate on, LocalDate due) {
        List<LocalDate> done = Stream.concat(doneOn.stream(), Stream.of(on)).toList();
        return new PensionTransfer(
                id,
                person,
                from,
                to,
                requestedOn,
                done,
                done.size() == Step.COUNT ? Optional.empty() : Optional.of(due),
                decision,
                version + 1);
    }
}
