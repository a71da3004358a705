package onepermit.exchange.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * SQL of a commit with its parameters. The statements of a commit go to the database together, so none can see what another returned: it
 * must fail by itself when something is wrong.
 *
 * @param sql one statement without a semicolon
 */
public record Statement(String sql, List<Parameter> parameters) {

    /**
     * A column of rows: one array for each parameter, because one statement stores the rows of a whole batch.
     *
     * @param type of an element, as PostgreSQL names it
     */
    public record Parameter(String type, Object[] values) {

        public static <T> Parameter bytes(Collection<T> rows, Function<T, byte[]> value) {
            return new Parameter("bytea", rows.stream().map(value).toArray(byte[][]::new));
        }

        public static <T> Parameter texts(Collection<T> rows, Function<T, String> value) {
            return new Parameter("text", rows.stream().map(value).toArray(String[]::new));
        }

        public static <T> Parameter ints(Collection<T> rows, Function<T, Integer> value) {
            return new Parameter("int4", rows.stream().map(value).toArray(Integer[]::new));
        }
    }

    public static Statement of(String sql, Parameter... parameters) {
        return new Statement(sql, List.of(parameters));
    }

    /** Returns the number after its last parameter. */
    int bind(PreparedStatement prepared, int first) throws SQLException {
        Connection connection = prepared.getConnection();
        int next = first;
        for (Parameter parameter : parameters) {
            prepared.setArray(next++, connection.createArrayOf(parameter.type(), parameter.values()));
        }
        return next;
    }
}
