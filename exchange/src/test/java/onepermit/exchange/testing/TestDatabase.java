package onepermit.exchange.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** A database of its own for one test class. */
public record TestDatabase(String url, String user, String password) {

    public TestDatabase migrated(String... locations) {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations(locations)
                .load()
                .migrate();
        return this;
    }

    /** A backup of it as it is now; nobody may be connected. */
    public TestDatabase copy() throws SQLException {
        String name = url.replaceFirst(".*/([^/?]+).*", "$1");
        try (Connection connection = DriverManager.getConnection(url.replace("/" + name, "/postgres"), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + "_backup TEMPLATE " + name);
        }
        return new TestDatabase(url.replace("/" + name, "/" + name + "_backup"), user, password);
    }

    /** The caller closes it. */
    public HikariDataSource dataSource(int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }
}
