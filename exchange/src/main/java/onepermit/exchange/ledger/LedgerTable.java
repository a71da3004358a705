package onepermit.exchange.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import onepermit.exchange.ledger.Statement.Parameter;

/** The ledger's rows. The head row gives indexes without holes and makes writers of several instances take turns. */
final class LedgerTable {
    private LedgerTable() {}

    private record Placed(Leaf leaf, int fromEnd) {}

    private record Salt(Placed at, int ordinal) {
        byte[] bytes() {
            return at.leaf().salts()[ordinal];
        }

        byte[] person() {
            return at.leaf().persons().get(ordinal).bytes();
        }
    }

    /** The first of a commit; returns the index of its first leaf. Whatever follows sees the head as it leaves it. */
    static Statement reserve(int leaves) {
        return Statement.of(
                "UPDATE ledger_head SET next_index = next_index + (?::int[])[1] RETURNING next_index - (?::int[])[1]",
                number(leaves),
                number(leaves));
    }

    /** The leaves, and apart from them the salts, because a salt is destroyed when its person is erased and a leaf never is. */
    static List<Statement> append(List<Leaf> leaves) {
        List<Placed> placed = IntStream.range(0, leaves.size())
                .mapToObj(i -> new Placed(leaves.get(i), i - leaves.size()))
                .toList();
        return List.of(leaves(placed), salts(placed));
    }

    private static Statement leaves(List<Placed> leaves) {
        return Statement.of(
                """
                INSERT INTO ledger_leaf (index, leaf, leaf_hash)
                SELECT h.next_index + v.from_end, v.leaf, v.hash
                FROM ledger_head h, unnest(?::int[], ?::bytea[], ?::bytea[]) AS v (from_end, leaf, hash)""",
                Parameter.ints(leaves, Placed::fromEnd),
                Parameter.bytes(leaves, placed -> placed.leaf().bytes()),
                Parameter.bytes(leaves, placed -> placed.leaf().hash()));
    }

    private static Statement salts(List<Placed> leaves) {
        List<Salt> salts = leaves.stream()
                .flatMap(placed ->
                        IntStream.range(0, placed.leaf().salts().length).mapToObj(ordinal -> new Salt(placed, ordinal)))
                .toList();
        return Statement.of(
                """
                INSERT INTO ledger_salt (index, ordinal, salt, person)
                SELECT h.next_index + v.from_end, v.ordinal, v.salt, v.person
                FROM ledger_head h, unnest(?::int[], ?::int[], ?::bytea[], ?::bytea[]) AS v (from_end, ordinal, salt, person)""",
                Parameter.ints(salts, salt -> salt.at().fromEnd()),
                Parameter.ints(salts, Salt::ordinal),
                Parameter.bytes(salts, Salt::bytes),
                Parameter.bytes(salts, Salt::person));
    }

    private static Parameter number(int value) {
        return Parameter.ints(List.of(value), Function.identity());
    }
}
