package onepermit.exchange.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The ledger's rows. The head row gives indexes without holes and makes writers of several instances take turns. */
final class LedgerTable {
    private LedgerTable() {}

    /** Returns the index of the first leaf. */
    static long append(Connection connection, List<Leaf> leaves) throws SQLException {
        long first = reserve(connection, leaves.size());
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO ledger_leaf (index, leaf, leaf_hash)
                SELECT ? + v.n - 1, v.leaf, v.hash FROM unnest(?::bytea[], ?::bytea[]) WITH ORDINALITY AS v (leaf, hash, n)""")) {
            insert.setLong(1, first);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea", leaves.stream().map(Leaf::bytes).toArray(byte[][]::new)));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea", leaves.stream().map(Leaf::hash).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
        salts(connection, first, leaves);
        return first;
    }

    private static long reserve(Connection connection, int leaves) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE ledger_head SET next_index = next_index + ? RETURNING next_index - ?")) {
            update.setInt(1, leaves);
            update.setInt(2, leaves);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Apart from the leaves, because a salt is destroyed when its person is erased and a leaf never is. */
    private static void salts(Connection connection, long first, List<Leaf> leaves) throws SQLException {
        List<Long> indexes = new ArrayList<>();
        List<Integer> ordinals = new ArrayList<>();
        List<byte[]> salts = new ArrayList<>();
        List<byte[]> persons = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            for (int p = 0; p < leaf.salts().length; p++) {
                indexes.add(first + i);
                ordinals.add(p);
                salts.add(leaf.salts()[p]);
                persons.add(leaf.persons().get(p).bytes());
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO ledger_salt (index, ordinal, salt, person)
                SELECT * FROM unnest(?::bigint[], ?::int[], ?::bytea[], ?::bytea[])""")) {
            insert.setArray(1, connection.createArrayOf("bigint", indexes.toArray()));
            insert.setArray(2, connection.createArrayOf("int", ordinals.toArray()));
            insert.setArray(3, connection.createArrayOf("bytea", salts.toArray(byte[][]::new)));
            insert.setArray(4, connection.createArrayOf("bytea", persons.toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }
}
