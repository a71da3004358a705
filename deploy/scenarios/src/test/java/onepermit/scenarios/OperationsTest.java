package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the person on call sees of each process: is it alive, is it ready, and how far behind is it. */
class OperationsTest extends Scenario {

    @ParameterizedTest
    @ValueSource(strings = {"GATEWAY", "PERMIT", "EDUCATION", "SOCIAL", "HEALTH"})
    void every_process_tells_alive_from_ready_and_counts_its_calls(String part) {
        var actuator = new Actuator(stack, part);

        assertThat(actuator.get("health/liveness").statusCode()).isEqualTo(200);
        assertThat(actuator.get("health/readiness").statusCode()).isEqualTo(200);
        assertThat(actuator.get("health").body()).contains("liveness", "readiness");
        assertThat(actuator.get("env").statusCode()).isEqualTo(404);
        assertThat(Metrics.of(stack, part).page()).contains("onepermit_calls_seconds_count", "jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERMIT", "EDUCATION", "SOCIAL", "HEALTH"})
    void every_department_tells_how_far_its_facts_and_its_replicas_are(String part) {
        assertThat(Metrics.of(stack, part).page())
                .contains(
                        "onepermit_relay_watermark_age_seconds",
                        "onepermit_outbox_rows",
                        "onepermit_replica_watermark_age_seconds{",
                        "onepermit_replica_parked_persons{");
    }

    @Test
    void the_way_of_a_fact_is_timed_at_its_owner_and_at_its_reader() {
        new Family(city, "2019-03-02");
        city.isKnownTo("education");

        assertThat(Metrics.of(stack, "PERMIT").sum("onepermit_relay_commit_to_ack_seconds_count"))
                .isPositive();
        assertThat(Metrics.of(stack, "EDUCATION")
                        .sum("onepermit_replica_commit_to_replica_seconds_count", "dataset=\"name.tag\""))
                .isPositive();
    }
}
