package onepermit.exchange.replica.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.access.PeerChannels;
import onepermit.exchange.rpc.SourceBreakers;
import onepermit.exchange.testing.Await;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.GetFactsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A breaker never sticks, whatever becomes of the calls through it. */
class SourceBreakersTest {
    private static final GetFactsRequest QUESTION = GetFactsRequest.getDefaultInstance();

    private final SourceBreakers breakers = new SourceBreakers(Duration.ofMillis(20));
    private final ProgrammedOwner owner = new ProgrammedOwner();
    private final PeerChannels channels = owner.channels(breakers);

    @AfterEach
    void close() {
        channels.close();
        owner.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void an_owner_that_answers_again_is_asked_again_whatever_went_before(long seed) throws InterruptedException {
        Random random = new Random(seed);
        for (int step = 0; step < 150; step++) {
            switch (random.nextInt(6)) {
                case 0 -> ask();
                case 1 -> failing(Status.UNAVAILABLE);
                case 2 -> failing(Status.INVALID_ARGUMENT);
                case 3 -> givenUp();
                case 4 -> tooLate();
                default -> interrupted();
            }
        }
        owner.answers();

        Await.until("the breaker closes", () -> {
            ask();
            return state() == State.CLOSED;
        });
        assertThat(ask()).isEqualTo(Status.Code.OK);
    }

    @Test
    void each_method_has_a_breaker_of_its_own() {
        owner.fails(Status.UNAVAILABLE);
        for (int n = 0; n < 10; n++) {
            ask();
        }

        assertThat(state()).isEqualTo(State.OPEN);
        assertThat(breakers.registry()
                        .circuitBreaker("permit/onepermit.exchange.v1.FactsService/ListDatasets")
                        .getState())
                .isEqualTo(State.CLOSED);
    }

    private void failing(Status status) {
        owner.failsNext(1, status);
        ask();
    }

    private void givenUp() {
        owner.holds();
        FactsServiceGrpc.newFutureStub(channels.to("permit")).getFacts(QUESTION).cancel(true);
        owner.letsGo();
    }

    private void tooLate() {
        owner.holds();
        try {
            FactsServiceGrpc.newBlockingStub(channels.to("permit"))
                    .withDeadlineAfter(1, TimeUnit.MILLISECONDS)
                    .getFacts(QUESTION);
        } catch (StatusRuntimeException expected) {
            assertThat(expected.getStatus().getCode()).isIn(Status.Code.DEADLINE_EXCEEDED, Status.Code.UNAVAILABLE);
        }
        owner.letsGo();
    }

    private void interrupted() throws InterruptedException {
        Thread caller = Thread.ofVirtual().unstarted(() -> {
            Thread.currentThread().interrupt();
            ask();
        });
        caller.start();
        caller.join();
    }

    private Status.Code ask() {
        try {
            FactsServiceGrpc.newBlockingStub(channels.to("permit")).getFacts(QUESTION);
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    private State state() {
        return breakers.registry()
                .circuitBreaker("permit/onepermit.exchange.v1.FactsService/GetFacts")
                .getState();
    }
}
