package onepermit.local.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import onepermit.local.Department;
import onepermit.local.Trouble;

/** One database and one role per department; a role owns its own database and can connect to no other. */
final class Databases {
    private final String url;
    private final Properties passwords;

    Databases(String url, Properties passwords) {
        this.url = url;
        this.passwords = passwords;
    }

    void ensure() {
        try (Connection connection = superuser()) {
            closeToOthers(connection, List.of("postgres", "template1"));
            for (Department department : Department.values()) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", department.role()))
                    role(connection, department);
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", department.database()))
                    database(connection, department);
            }
        } catch (SQLException e) {
            throw new Trouble(
                    "The databases could not be made ready: " + e.getMessage()
                            + ". If the key folder was deleted, start over with --fresh.",
                    e);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url, Postgres.SUPERUSER, passwords.getProperty(Postgres.SUPERUSER));
    }

    private void role(Connection connection, Department department) throws SQLException {
        String password = passwords.getProperty(department.role());
        run(connection, "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(department.role(), password));
    }

    private static void database(Connection connection, Department department) throws SQLException {
        run(connection, "CREATE DATABASE %s OWNER %s".formatted(department.database(), department.role()));
        closeToOthers(connection, List.of(department.database()));
    }

    private static void closeToOthers(Connection connection, List<String> databases) throws SQLException {
        for (String database : databases) run(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
