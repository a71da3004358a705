package onepermit.scenarios;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import onepermit.exchange.v1.Purpose;
import onepermit.social.v1.ContributionLine;
import onepermit.social.v1.ContributionServiceGrpc;
import onepermit.social.v1.InsuranceKind;
import onepermit.social.v1.PostContributionsRequest;
import onepermit.social.v1.PostContributionsResponse;

/**
 * An insurance counter that posts month after month for its own people, ten at a time, and for the next ten when these are through. A call whose end is unknown is made again with the same
 * request_id until it is acknowledged, so that at the end exactly the acknowledged months must stand. It posts at a steady pace: a restart that has no processor left heals late, and shows nothing more.
 */
final class Posting implements Runnable {
    private static final int PEOPLE = 10;
    private static final int MONTHS = 120;
    private static final Duration PACE = Duration.ofMillis(25);
    private static final YearMonth FIRST = YearMonth.of(2010, 1);
    private static final LocalDate BORN = LocalDate.of(1985, 1, 1);

    private final FrontDoor door;
    private final Oracle oracle;
    private final AtomicBoolean open;
    private final Random random;

    Posting(FrontDoor door, Oracle oracle, AtomicBoolean open, long seed) {
        this.door = door;
        this.oracle = oracle;
        this.open = open;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        for (var born = BORN; open.get(); born = born.plusDays(1)) {
            var people = Stream.generate(born::toString)
                    .limit(PEOPLE)
                    .map(SyntheticId::man)
                    .toList();
            for (int step = 0; open.get() && step < PEOPLE * MONTHS; step++) {
                var month = FIRST.plusMonths(step / PEOPLE);
                post(people.get(step % PEOPLE), month, new UUID(random.nextLong(), random.nextLong()));
                LockSupport.parkNanos(PACE.toNanos());
            }
        }
    }

    private void post(String person, YearMonth month, UUID requestId) {
        Eventually.within(Duration.ofSeconds(120), "a posting is acknowledged", () -> {
            try {
                var answer = call(request(person, month, requestId))
                        .orTimeout(15, TimeUnit.SECONDS)
                        .join();
                if (answer.getRejectedCount() > 0) {
                    throw new AssertionError("refused: " + answer.getRejected(0).getReason());
                }
                oracle.acknowledged(person, month.toString());
                return true;
            } catch (CompletionException unknown) {
                return mayHaveHappened(unknown);
            }
        });
    }

    private static boolean mayHaveHappened(CompletionException failure) {
        if (failure.getCause() instanceof StatusRuntimeException status) {
            return switch (status.getStatus().getCode()) {
                case INVALID_ARGUMENT, PERMISSION_DENIED, UNAUTHENTICATED, FAILED_PRECONDITION, ALREADY_EXISTS ->
                    throw failure;
                default -> false;
            };
        }
        return false;
    }

    private PostContributionsRequest request(String person, YearMonth month, UUID requestId) {
        return PostContributionsRequest.newBuilder()
                .setRequestId(requestId.toString())
                .setEmployer("FLEXIBLE")
                .setPlace("350200")
                .addLines(ContributionLine.newBuilder()
                        .setCitizenId(person)
                        .setMonth(month.toString())
                        .setKind(InsuranceKind.INSURANCE_KIND_PENSION)
                        .setBaseFen(400_000))
                .setContext(FrontDoor.context(Purpose.PURPOSE_CONTRIBUTION, "CHAOS"))
                .build();
    }

    private CompletableFuture<PostContributionsResponse> call(PostContributionsRequest request) {
        var answer = new CompletableFuture<PostContributionsResponse>();
        var batches = door.as("social-insurance-officer", "350200", ContributionServiceGrpc.newStub(door.channel()))
                .postContributions(new StreamObserver<>() {
                    @Override
                    public void onNext(PostContributionsResponse value) {
                        answer.complete(value);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        answer.completeExceptionally(new IllegalStateException("no answer"));
                    }
                });
        batches.onNext(request);
        batches.onCompleted();
        return answer;
    }
}
