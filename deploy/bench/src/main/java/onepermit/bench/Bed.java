package onepermit.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLException;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.ExchangeKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.local.Department;
import onepermit.local.Listener;
import onepermit.local.Local;
import onepermit.local.broker.Kafka;
import onepermit.local.database.Postgres;
import onepermit.local.process.Await;
import onepermit.local.service.BootService;
import onepermit.local.trust.Certificates;

/** The stack that is measured: a whole one of its own, started by the start script for this run only. */
final class Bed implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private final Local local;
    private final Properties passwords = new Properties();
    private final HikariDataSource permit;
    private final HikariDataSource education;
    private final HikariDataSource social;

    Bed(Map<String, String> environment) {
        local = Local.of(environment);
        try (var file = Files.newBufferedReader(keys().resolve("postgres.properties"))) {
            passwords.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        permit = database("onepermit_permit");
        education = database("onepermit_education");
        social = database("onepermit_social");
    }

    HikariDataSource permit() {
        return permit;
    }

    HikariDataSource education() {
        return education;
    }

    HikariDataSource social() {
        return social;
    }

    String educationUrl() {
        return url("onepermit_education");
    }

    String password() {
        return passwords.getProperty("postgres");
    }

    /** As the operator, who may make the benchmark's own topic. */
    Map<String, Object> kafka() {
        return Kafka.clientSettings(local.home(), local.ports().address(Listener.KAFKA), Certificates.OPERATOR);
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
        return channel(Listener.GATEWAY_GRPC).usePlaintext().build();
    }

    ManagedChannel educationService() {
        return asGateway(channel(Listener.EDUCATION_GRPC));
    }

    /** As the gateway reaches a department: with the gateway's certificate. */
    private ManagedChannel asGateway(NettyChannelBuilder department) {
        try {
            var identity = Certificates.of(local.home(), Certificates.GATEWAY).toFile();
            return department
                    .directExecutor()
                    .sslContext(GrpcSslContexts.forClient()
                            .keyManager(identity, identity)
                            .trustManager(Certificates.authority(local.home()).toFile())
                            .build())
                    .overrideAuthority("education")
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another instance of it, on a port that the stack does not know. */
    ManagedChannel educationServiceAt(int port) {
        return asGateway(NettyChannelBuilder.forAddress("127.0.0.1", port));
    }

    /** Public security's service once more, with the environment of this process, which the stack was not started with. */
    void startPermitServiceAnew() {
        var service = local.another(Department.PERMIT, local.ports().of(Listener.PERMIT));
        Progress.say("starting public security's service again");
        service.stop();
        Await.ready(service, service.launch(), START);
    }

    /** Another instance of education-service, not started; it tells on this port whether it is ready. */
    BootService education(int httpPort) {
        return local.another(Department.EDUCATION, httpPort);
    }

    private NettyChannelBuilder channel(Listener listener) {
        return NettyChannelBuilder.forTarget(local.ports().address(listener)).directExecutor();
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
        return Postgres.url(local.home(), local.ports().address(Listener.POSTGRES), name);
    }

    @Override
    public void close() {
        permit.close();
        education.close();
        social.close();
    }
}
