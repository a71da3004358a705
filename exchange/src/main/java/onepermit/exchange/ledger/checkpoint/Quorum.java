package onepermit.exchange.ledger.checkpoint;

import java.util.List;
import java.util.Set;

/** Which witnesses together are enough. */
sealed interface Quorum {

    /** No witness is asked for. */
    record None() implements Quorum {}

    /** One witness, by its name in the policy. */
    record One(String witness) implements Quorum {}

    /** So many of its members. */
    record Group(String name, int atLeast, List<Quorum> members) implements Quorum {}

    /** @param cosigned names, in the policy, of the witnesses that cosigned */
    default boolean reachedBy(Set<String> cosigned) {
        return switch (this) {
            case None none -> true;
            case One one -> cosigned.contains(one.witness());
            case Group group ->
                group.members().stream()
                                .filter(member -> member.reachedBy(cosigned))
                                .count()
                        >= group.atLeast();
        };
    }

    default String describe() {
        return switch (this) {
            case None none -> "none";
            case One one -> one.witness();
            case Group group ->
                group.atLeast() + " of "
                        + group.members().stream().map(Quorum::describe).toList();
        };
    }
}
