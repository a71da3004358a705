package onepermit.scenarios;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.GetFactsRequest;
import onepermit.exchange.v1.ListDatasetsRequest;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.WatchRequest;
import onepermit.local.Home;
import onepermit.local.database.Postgres;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody in the network with what was stolen from one department; more stand in AroundTheGatewayTest and ForeignClientTest. */
final class HostileInside {
    private static final Map<String, Object> SOON =
            Map.of("max.block.ms", 15_000, "request.timeout.ms", 10_000, "default.api.timeout.ms", 15_000);
    private final Stack stack;
    private final FrontDoor door;

    HostileInside(Stack stack, FrontDoor door) {
        this.stack = stack;
        this.door = door;
    }

    Stream<Attempt> all() {
        return Stream.of(lines(), broker(), database()).flatMap(part -> part);
    }

    private Stream<Attempt> lines() {
        return Stream.of(
                line(
                        "an officer's token at a department's own port",
                        "UNAUTHENTICATED",
                        "TOKEN_INVALID",
                        () -> Line.with(stack, "gateway", "education"),
                        door.token("admission-officer", Scenario.SIMING)),
                line(
                        "a replayed token of the gateway's, over a stolen certificate",
                        "PERMISSION_DENIED",
                        "CONNECTION",
                        () -> Line.with(stack, "social", "education"),
                        door.exchanged("operator", "", "education")),
                line(
                        "metadata of 100 KB",
                        "INTERNAL",
                        "",
                        () -> Line.with(stack, "gateway", "education"),
                        "x".repeat(100_000)),
                new Attempt(
                        "a dataset that no agreement gives, watched",
                        "PERMISSION_DENIED",
                        "NOT_AGREED",
                        () -> Reply.of(
                                () -> door.at("social", "integrator", FactsServiceGrpc.newBlockingStub(door.channel()))
                                        .watch(WatchRequest.newBuilder()
                                                .setDataset("si.months")
                                                .build())
                                        .next())),
                new Attempt(
                        "facts asked for by who is no department",
                        "PERMISSION_DENIED",
                        "ROLE",
                        () -> Reply.of(() -> door.at(
                                        "permit", "operator", FactsServiceGrpc.newBlockingStub(door.channel()))
                                .getFacts(GetFactsRequest.newBuilder()
                                        .setDataset("permit.status")
                                        .setContext(FrontDoor.context(Purpose.PURPOSE_OPERATION, "H-1"))
                                        .build()))));
    }

    private Stream<Attempt> broker() {
        return Stream.of(
                new Attempt(
                        "another relay's transactional id, to fence it off",
                        "TransactionalIdAuthorizationException",
                        "",
                        () -> {
                            var settings = stack.kafka("education", SOON);
                            settings.put("transactional.id", "onepermit.relay-permit");
                            try (var producer = new KafkaProducer<>(
                                    settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                                producer.initTransactions();
                                return new Reply("OPEN", "", "");
                            }
                        }),
                new Attempt("a topic deleted by one of its readers", "TopicAuthorizationException", "", () -> {
                    try (var admin = Admin.create(stack.kafka("education", SOON))) {
                        admin.deleteTopics(List.of("onepermit.permit.status.g1"))
                                .all()
                                .get();
                        return new Reply("OPEN", "", "");
                    }
                }),
                new Attempt("rules of the broker changed by a department", "ClusterAuthorizationException", "", () -> {
                    try (var admin = Admin.create(stack.kafka("education", SOON))) {
                        admin.describeAcls(org.apache.kafka.common.acl.AclBindingFilter.ANY)
                                .values()
                                .get();
                        return new Reply("OPEN", "", "");
                    }
                }),
                new Attempt(
                        "offsets committed for another department's readers", "GroupAuthorizationException", "", () -> {
                            var settings = stack.kafka("education", SOON);
                            settings.put("group.id", "onepermit.replica-permit");
                            try (var consumer = new KafkaConsumer<>(
                                    settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                                consumer.subscribe(List.of("onepermit.permit.status.g1"));
                                consumer.poll(Duration.ofSeconds(10));
                                return new Reply("OPEN", "", "");
                            }
                        }));
    }

    private Stream<Attempt> database() {
        return Stream.of(
                sql("a leaf changed", "the ledger is append-only", "UPDATE ledger_leaf SET leaf = '\\x00'"),
                sql("a leaf taken away", "the ledger is append-only", "DELETE FROM ledger_leaf"),
                sql("all leaves taken away", "the ledger is append-only", "TRUNCATE ledger_leaf CASCADE"),
                sql("another department's role taken on", "permission denied", "SET ROLE permit"),
                sql("passwords of the database read", "permission denied", "SELECT rolpassword FROM pg_authid"),
                sql("a program started from the database", "permission denied", "COPY (SELECT 1) TO PROGRAM 'id'"),
                sql(
                        "a file of the machine read from the database",
                        "permission denied",
                        "SELECT pg_read_file('/etc/passwd')"),
                sql("a role of one's own made", "permission denied", "CREATE ROLE mine SUPERUSER"));
    }

    private static Attempt line(String name, String code, String reason, Supplier<ManagedChannel> line, String token) {
        return new Attempt(name, code, reason, () -> {
            var headers = new Metadata();
            headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
            var channel = line.get();
            try {
                return Reply.of(() -> FactsServiceGrpc.newBlockingStub(channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                        .withDeadlineAfter(10, TimeUnit.SECONDS)
                        .listDatasets(ListDatasetsRequest.getDefaultInstance()));
            } finally {
                channel.shutdownNow();
            }
        });
    }

    /** As the role of education, in its own database; nothing stays, whatever comes of it. */
    private Attempt sql(String name, String refusal, String statement) {
        return new Attempt(name, refusal, "", () -> {
            String url =
                    Postgres.url(new Home(stack.home()), "127.0.0.1:" + stack.port("POSTGRES"), "onepermit_education");
            try (var connection = DriverManager.getConnection(url, "education", stack.databasePassword("education"))) {
                connection.setAutoCommit(false);
                try (var work = connection.createStatement()) {
                    work.execute(statement);
                    return new Reply("DONE", "", "");
                } catch (java.sql.SQLException e) {
                    String said = String.valueOf(e.getMessage());
                    return new Reply(said.contains(refusal) ? refusal : said, "", said);
                } finally {
                    connection.rollback();
                }
            }
        });
    }
}
