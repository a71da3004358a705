package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.WatchRequest;
import onepermit.exchange.v1.WatchResponse;
import org.junit.jupiter.api.Test;

/** An integrator without Kafka follows a dataset through the front door. */
class WatchTest extends Scenario {
    private static final String RESIDENCES = "residence.registration";

    @Test
    void facts_come_until_a_heartbeat_says_that_none_is_missing_and_a_cursor_goes_on_behind_it() throws Exception {
        var family = new Family(city, "2019-03-02");
        family.lives(family.father, SIMING, "2020-08-01");
        var first = watch("");
        var before = facts(first);
        var cursor = first.read(30, TimeUnit.SECONDS).getCursor();
        first.cancel("seen enough", null);

        family.lives(family.mother, SIMING, "2020-08-01");
        var second = watch(cursor);
        var after = facts(second);
        second.cancel("seen enough", null);

        assertThat(before).isNotEmpty();
        assertThat(after).isNotEmpty().doesNotContainAnyElementsOf(before);
    }

    @Test
    void a_cursor_that_is_none_an_unknown_dataset_and_another_role_are_refused() {
        assertThat(refusedWatch("integrator", RESIDENCES, "rubbish").reason()).isEqualTo("CURSOR_MALFORMED");
        assertThat(refusedWatch("integrator", "si.months", "").reason()).isEqualTo("DATASET_UNKNOWN");
        assertThat(refusedWatch("operator", RESIDENCES, "").code()).isEqualTo(Code.PERMISSION_DENIED);
    }

    /** Everything committed before now, as person and version: a heartbeat after now says that none is missing. */
    private static Set<String> facts(BlockingClientCall<?, WatchResponse> watch) throws Exception {
        long now = Instant.now().getEpochSecond();
        var seen = new HashSet<String>();
        var step = watch.read(30, TimeUnit.SECONDS);
        while (step != null && step.getHeartbeat().getWatermark().getSeconds() <= now) {
            if (step.hasFact()) {
                seen.add(step.getFact().getPerson().toStringUtf8()
                        + step.getFact().getVersion());
            }
            step = watch.read(30, TimeUnit.SECONDS);
        }
        return seen;
    }

    private BlockingClientCall<?, WatchResponse> watch(String cursor) {
        return door.at("permit", "integrator", FactsServiceGrpc.newBlockingV2Stub(door.channel()))
                .watch(request(RESIDENCES, cursor));
    }

    private Refused refusedWatch(String role, String dataset, String cursor) {
        return Refused.by(() -> {
            try {
                door.at("permit", role, FactsServiceGrpc.newBlockingV2Stub(door.channel()))
                        .watch(request(dataset, cursor))
                        .read(30, TimeUnit.SECONDS);
            } catch (StatusException e) {
                throw e.getStatus().asRuntimeException(e.getTrailers());
            }
        });
    }

    private static WatchRequest request(String dataset, String cursor) {
        return WatchRequest.newBuilder().setDataset(dataset).setCursor(cursor).build();
    }
}
