package onepermit.exchange.replica.reader;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import onepermit.exchange.publication.wire.TopicSeen;

/**
 * Which slots can be read into: those an agreement gives, whose topic is there and is the one they were filled from. The others are left until it is so
 * again. Where the topic was made anew the slot is stale, and a shadow is filled from the new one.
 */
final class Following {
    private static final String NOT_AGREED = "NOT_AGREED";
    private static final String REPLACED = "TOPIC_REPLACED";

    private final Slots slots;
    private final Offsets offsets;
    private final LeftSlots left;
    private final Consumer<String> rebuild;
    private final Copies copies;
    private Set<Slot> before = Set.of();

    Following(Slots slots, Offsets offsets, LeftSlots left, Consumer<String> rebuild, Copies copies) {
        this.slots = slots;
        this.offsets = offsets;
        this.left = left;
        this.rebuild = rebuild;
        this.copies = copies;
    }

    /** Says of datasets that are not shared any more that they are left. */
    void leaveWhatIsNotShared() {
        slots.notShared().forEach(left::notShared);
    }

    /** A slot whose topic was not looked at is not among them. Each look must have begun after the one before was told here. */
    List<Slot> among(Collection<Slot> active, Map<String, TopicSeen> seen) {
        List<Slot> followed = active.stream()
                .filter(slot -> seen.containsKey(slot.topic()))
                .flatMap(slot -> followed(slot, Objects.requireNonNull(seen.get(slot.topic()))).stream())
                .toList();
        before = Set.copyOf(active);
        return followed;
    }

    private Optional<Slot> followed(Slot slot, TopicSeen seen) {
        if (!copies.allowed(slot.dataset())) {
            return leave(slot, NOT_AGREED);
        }
        return switch (seen) {
            case TopicSeen.Present topic when !topic.readable() -> leave(slot, TopicSeen.NOT_AUTHORISED);
            case TopicSeen.Present topic when slot.topicId().isEmpty() -> followed(slots.tie(slot, topic.id()), topic);
            case TopicSeen.Present topic when slot.follows(topic.id()) -> read(slot);
            case TopicSeen.Present another -> replaced(slot);
            case TopicSeen.Away away -> leave(slot, away.reason());
        };
    }

    private Optional<Slot> read(Slot slot) {
        if (left.readAgain(slot)) {
            slots.label(slot, copies.label(slot.dataset()));
        }
        return Optional.of(slot);
    }

    /** A slot that was swapped in during the look is of a newer topic than was seen: only one that stood there before is old. */
    private Optional<Slot> replaced(Slot slot) {
        if (!before.contains(slot)) {
            return Optional.empty();
        }
        if (!left.isLeft(slot, REPLACED)) {
            offsets.problem(slot, REPLACED);
            rebuild.accept(slot.dataset().id());
        }
        return leave(slot, REPLACED);
    }

    private Optional<Slot> leave(Slot slot, String reason) {
        left.leave(slot, reason);
        return Optional.empty();
    }
}
