package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.v1.RegisterRequest;
import onepermit.permit.v1.RegistrationServiceGrpc;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** A trace that a caller began at the front door goes through gateway, service and outbox into the topic's header. */
class TraceTest extends Scenario {
    private static final String TOPIC = "onepermit.residence.registration.g1";
    private final HttpDoor http = new HttpDoor(stack);

    @Test
    void over_http_the_callers_trace_reaches_the_topic() {
        var trace = newTrace();

        var answer = http.post(
                "/v1/residences:register",
                json(registration()),
                door.token("permit-officer", SIMING),
                Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        reachesTheTopic(trace);
    }

    @Test
    void over_grpc_the_callers_trace_reaches_the_topic() {
        var trace = newTrace();
        var headers = new Metadata();
        headers.put(
                Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER),
                "00-" + trace + "-00f067aa0ba902b7-01");

        door.as("permit-officer", SIMING, RegistrationServiceGrpc.newBlockingStub(door.channel()))
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .register(registration());

        reachesTheTopic(trace);
    }

    private void reachesTheTopic(String trace) {
        try (var topic = topic()) {
            var seen = new ArrayList<String>();
            Eventually.within(Duration.ofSeconds(30), "a record of the trace " + trace + " on " + TOPIC, () -> {
                topic.poll(Duration.ofMillis(200)).forEach(record -> seen.addAll(traces(record)));
                return seen.stream().anyMatch(parent -> parent.startsWith("00-" + trace + "-"));
            });
        }
    }

    private KafkaConsumer<byte[], byte[]> topic() {
        var consumer = new KafkaConsumer<>(
                stack.kafka("operator", Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static List<String> traces(ConsumerRecord<byte[], byte[]> record) {
        return StreamSupport.stream(record.headers().headers("traceparent").spliterator(), false)
                .map(header -> new String(header.value(), StandardCharsets.US_ASCII))
                .toList();
    }

    private static RegisterRequest registration() {
        return RegisterRequest.newBuilder()
                .setCitizenId(SyntheticId.man("1988-05-04"))
                .setName("欧阳·峰")
                .setDivision(SIMING)
                .setAddress("某路1号")
                .setFrom("2024-03-01")
                .setRequestId(UUID.randomUUID().toString())
                .setContext(FrontDoor.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION, "E2E-TRACE"))
                .build();
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String json(RegisterRequest request) {
        try {
            return JsonFormat.printer().print(request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
