package onepermit.permit.settlement.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Columns that hold many values. */
final class Columns {
    private Columns() {}

    static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    static Integer[] numbers(ResultSet row, String column) throws SQLException {
        return (Integer[]) row.getArray(column).getArray();
    }
}
