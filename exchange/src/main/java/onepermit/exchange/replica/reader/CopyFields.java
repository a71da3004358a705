package onepermit.exchange.replica.reader;

import java.util.List;

/** Tells which copies hold other fields than are given now: they must be made anew. */
final class CopyFields {
    private final Slots slots;
    private final Copies copies;

    CopyFields(Slots slots, Copies copies) {
        this.slots = slots;
        this.copies = copies;
    }

    List<Slot> outdated() {
        return slots.active().stream()
                .filter(slot -> !slot.dataset().control() && copies.allowed(slot.dataset()))
                .filter(slot -> slots.label(slot).isPresent() && !fits(slot))
                .toList();
    }

    /** A copy that was not begun yet does, and says from now on what it holds. */
    boolean fits(Slot slot) {
        String now = copies.label(slot.dataset());
        slots.label(slot, now);
        return slots.label(slot).filter(now::equals).isPresent();
    }
}
