package onepermit.exchange.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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
