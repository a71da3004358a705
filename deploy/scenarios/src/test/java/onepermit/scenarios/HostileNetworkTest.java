package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import onepermit.local.Home;
import onepermit.local.database.Postgres;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody inside the network with one department's secrets: the broker's and the database's levers, and the doors that are for the machine alone. */
class HostileNetworkTest extends Hostile {
    private static final String PERMITS = "onepermit.permit.status.g1";
    private static final Map<String, Object> SOON =
            Map.of("max.block.ms", 15_000, "request.timeout.ms", 10_000, "default.api.timeout.ms", 15_000);

    private interface Lever {
        KafkaFuture<?> pulled(Admin admin);
    }

    @ParameterizedTest
    @MethodSource("broker")
    void a_departments_certificate_moves_nothing_at_the_broker_that_is_anothers(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> broker() {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, PERMITS);
        var forGood = new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
        return Stream.of(
                lever(
                        "another's topic deleted",
                        admin -> admin.deleteTopics(List.of(PERMITS)).all()),
                lever(
                        "another's topic emptied by its settings",
                        admin -> admin.incrementalAlterConfigs(Map.of(topic, List.of(forGood)))
                                .all()),
                lever(
                        "another's topic given more partitions",
                        admin -> admin.createPartitions(Map.of(PERMITS, NewPartitions.increaseTo(64)))
                                .all()),
                lever(
                        "the broker's rules read",
                        admin -> admin.describeAcls(AclBindingFilter.ANY).values()),
                lever(
                        "the broker's rules deleted",
                        admin -> admin.deleteAcls(List.of(AclBindingFilter.ANY)).all()),
                lever(
                        "another's place in a topic moved",
                        admin -> admin.deleteConsumerGroups(List.of("onepermit.replica-permit"))
                                .all()),
                attempt("another's transactions ended", this::fencing, "refused"));
    }

    private Attempt lever(String what, Lever lever) {
        return attempt(
                what,
                () -> {
                    try (var admin = Admin.create(stack.kafka("education", SOON))) {
                        return refused(() -> lever.pulled(admin).get());
                    }
                },
                "refused");
    }

    /** Whoever takes a relay's transactional id stops the relay. */
    private String fencing() {
        var settings = stack.kafka("education", SOON);
        settings.put("transactional.id", "onepermit.relay-permit");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            return refused(() -> {
                producer.initTransactions();
                return "";
            });
        }
    }

    private static String refused(Callable<?> work) {
        try {
            return "done: " + work.call();
        } catch (AuthorizationException e) {
            return "refused";
        } catch (ExecutionException e) {
            return e.getCause() instanceof AuthorizationException ? "refused" : String.valueOf(e.getCause());
        } catch (Exception e) {
            return e.toString();
        }
    }

    @ParameterizedTest
    @MethodSource("database")
    void a_departments_role_moves_nothing_in_the_database_server(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> database() {
        return Stream.of(
                sql("the passwords of others read", "SELECT rolpassword FROM pg_authid"),
                sql("a file of the machine read", "SELECT pg_read_file('postgresql.conf')"),
                sql("a program of the machine run", "COPY (SELECT 1) TO PROGRAM 'id'"),
                sql("a file of the machine written", "COPY (SELECT 1) TO '/tmp/hostile'"),
                sql("itself made a super user", "ALTER ROLE education SUPERUSER"),
                sql("another role put on", "SET ROLE permit"),
                sql("a role made", "CREATE ROLE hostile LOGIN"),
                sql("another's database deleted", "DROP DATABASE onepermit_permit"),
                sql("the server's settings changed", "ALTER SYSTEM SET fsync = off"),
                attempt("another's name with its own password", () -> connected("permit"), "28P01"));
    }

    private Attempt sql(String what, String statement) {
        return attempt(
                what,
                () -> {
                    try (var connection = DriverManager.getConnection(
                                    database("onepermit_education"), "education", stack.databasePassword("education"));
                            var work = connection.createStatement()) {
                        work.execute(statement);
                        return "done";
                    } catch (SQLException e) {
                        return e.getSQLState();
                    }
                },
                "42501");
    }

    private String connected(String role) {
        try (var connection =
                DriverManager.getConnection(database("onepermit_permit"), role, stack.databasePassword("education"))) {
            return "in as " + connection.getMetaData().getUserName();
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private String database(String name) {
        return Postgres.url(new Home(stack.home()), "127.0.0.1:" + stack.port("POSTGRES"), name);
    }

    /** Broker, database, departments and their actuators listen to this machine alone. */
    @Test
    void nobody_outside_the_machine_reaches_a_door_but_the_gateways() throws IOException {
        for (InetAddress outside : ofThisMachine()) {
            for (String part :
                    List.of("KAFKA", "POSTGRES", "PERMIT", "PERMIT_GRPC", "EDUCATION", "SOCIAL", "HEALTH_GRPC")) {
                assertThat(reaches(outside, stack.port(part))).as(part).isFalse();
            }
        }
    }

    private static boolean reaches(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<InetAddress> ofThisMachine() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }
}
