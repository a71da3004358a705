package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import onepermit.local.Home;
import onepermit.local.database.Postgres;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody with an ordinary Kafka or PostgreSQL client, in the network and with one department's secrets. */
class ForeignClientTest extends Scenario {
    private static final String PERMITS = "onepermit.permit.status.g1";
    private static final Map<String, Object> SOON =
            Map.of("max.block.ms", 15_000, "request.timeout.ms", 10_000, "default.api.timeout.ms", 15_000);

    @ParameterizedTest
    @CsvSource({
        "education, onepermit.permit.status.g1",
        "health, onepermit.enrolment.record.g1",
        "permit, onepermit.ledger.checkpoint.education",
        "integrator, onepermit.permit.status.g1",
        "gateway, onepermit.permit.status.g1"
    })
    void nobody_writes_what_another_owns(String holder, String topic) {
        assertThatThrownBy(() -> write(stack.kafka(holder, SOON), topic))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "health, onepermit.si.months.g1",
        "social, onepermit.immunisation.assessment.g1",
        "education, onepermit.enrolment.nothing.g1",
        "gateway, onepermit.permit.status.g1"
    })
    void nobody_reads_what_no_agreement_gives(String holder, String topic) {
        assertThatThrownBy(() -> read(stack.kafka(holder, SOON), topic))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void a_reader_by_agreement_reads() {
        assertThat(read(stack.kafka("education", SOON), PERMITS)).isPositive();
    }

    @Test
    void nobody_makes_topics_but_their_owner() {
        try (var admin = Admin.create(stack.kafka("education", SOON))) {
            assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("onepermit.mine", 1, (short) 1)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void without_a_certificate_there_is_no_broker() {
        var bare = new HashMap<>(stack.kafka("education", SOON));
        bare.keySet().removeIf(name -> name.startsWith("ssl.keystore"));
        assertThatThrownBy(() -> read(bare, PERMITS)).isInstanceOf(SslAuthenticationException.class);

        Map<String, Object> clear =
                Map.of("bootstrap.servers", bare.get("bootstrap.servers"), "default.api.timeout.ms", 3_000);
        assertThatThrownBy(() -> read(clear, PERMITS)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void a_departments_role_enters_no_other_database_and_none_in_the_clear() {
        assertThat(connect(secured("onepermit_education"))).isEqualTo("connected");
        for (String other : List.of("onepermit_permit", "onepermit_social", "onepermit_health", "postgres"))
            assertThat(connect(secured(other))).as(other).contains("permission denied for database");

        String clear = secured("onepermit_education").replaceFirst("\\?.*", "?sslmode=disable");
        assertThat(connect(clear)).contains("no encryption");
    }

    private static void write(Map<String, Object> settings, String topic) throws Exception {
        try (var producer =
                new KafkaProducer<byte[], byte[]>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, new byte[1], "forged".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static int read(Map<String, Object> settings, String topic) {
        try (var consumer =
                new KafkaConsumer<byte[], byte[]>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return consumer.poll(Duration.ofSeconds(10)).count();
        }
    }

    private String secured(String database) {
        return Postgres.url(new Home(stack.home()), "127.0.0.1:" + stack.port("POSTGRES"), database);
    }

    /** As education's role; returns what became of it. */
    private String connect(String url) {
        try (var connection = DriverManager.getConnection(url, "education", stack.databasePassword("education"))) {
            return connection.isClosed() ? "closed" : "connected";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
