package onepermit.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.ExchangeKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.local.Department;
import onepermit.local.Listener;
import onepermit.local.Local;
import onepermit.local.service.BootService;

/** The stack that is measured: a whole one of its own, started by the start script for this run only. */
final class Bed implements AutoCloseable {
    private final Local local;
    private final Properties passwords = new Properties();
    private final HikariDataSource permit;
    private final HikariDataSource education;

    Bed(Map<String, String> environment) {
        local = Local.of(environment);
        try (var file = Files.newBufferedReader(keys().resolve("postgres.properties"))) {
            passwords.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        permit = database("onepermit_permit");
        education = database("onepermit_education");
    }

    HikariDataSource permit() {
        return permit;
    }

    HikariDataSource education() {
        return education;
    }

    String educationUrl() {
        return url("onepermit_education");
    }

    String password() {
        return passwords.getProperty("postgres");
    }

    String kafka() {
        return local.ports().address(Listener.KAFKA);
    }

    Path keys() {
        return local.home().keys();
    }

    PersonKeys personKeys() {
        return new PersonKeys(ExchangeKey.in(keys()));
    }

    DatasetKeys datasetKeys() {
        return new DatasetKeys(ExchangeKey.in(keys()));
    }

    String http() {
        return "http://localhost:" + local.ports().of(Listener.GATEWAY);
    }

    ManagedChannel gateway() {
        return channel(Listener.GATEWAY_GRPC);
    }

    ManagedChannel educationService() {
        return channel(Listener.EDUCATION_GRPC);
    }

    /** Another instance of it, on a port that the stack does not know. */
    ManagedChannel educationServiceAt(int port) {
        return NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .directExecutor()
                .build();
    }

    /** Another instance of education-service, not started; it tells on this port whether it is ready. */
    BootService education(int httpPort) {
        return local.another(Department.EDUCATION, httpPort);
    }

    private ManagedChannel channel(Listener listener) {
        return NettyChannelBuilder.forTarget(local.ports().address(listener))
                .usePlaintext()
                .directExecutor()
                .build();
    }

    private HikariDataSource database(String name) {
        var database = new HikariDataSource();
        database.setJdbcUrl(url(name));
        database.setUsername("postgres");
        database.setPassword(password());
        database.setMaximumPoolSize(6);
        return database;
    }

    private String url(String name) {
        return "jdbc:postgresql://" + local.ports().address(Listener.POSTGRES) + "/" + name;
    }

    @Override
    public void close() {
        permit.close();
        education.close();
    }
}
