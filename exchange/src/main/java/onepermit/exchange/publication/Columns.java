package onepermit.exchange.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes turned on their side: one array a column, for {@code unnest}. */
@SuppressWarnings("ArrayRecordComponent") // lives for one statement
record Columns(
        byte[][] persons,
        String[] datasets,
        String[] factIds,
        String[] types,
        byte @Nullable [] @Nullable [] payloads) {

    static Columns of(List<FactChange> changes, PayloadCheck check) {
        byte[] @Nullable [] payloads = changes.stream().map(check::serialised).toArray(byte[][]::new);
        return new Columns(
                changes.stream().map(change -> change.person().bytes()).toArray(byte[][]::new),
                changes.stream().map(FactChange::dataset).toArray(String[]::new),
                changes.stream().map(FactChange::factId).toArray(String[]::new),
                changes.stream().map(FactChange::type).toArray(String[]::new),
                payloads);
    }

    void bind(Connection connection, PreparedStatement statement) throws SQLException {
        statement.setArray(1, connection.createArrayOf("bytea", persons));
        statement.setArray(2, connection.createArrayOf("text", datasets));
        statement.setArray(3, connection.createArrayOf("text", factIds));
        statement.setArray(4, connection.createArrayOf("text", types));
        statement.setArray(5, connection.createArrayOf("bytea", Objects.requireNonNull(payloads)));
    }
}
