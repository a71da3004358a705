package onepermit.exchange.replica.live;

import com.google.protobuf.UnsafeByteOperations;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import onepermit.exchange.access.PeerChannels;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.SourceBreakers;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.GetFactsRequest;
import onepermit.exchange.v1.GetFactsResponse;
import onepermit.exchange.v1.RequestContext;

/** The owners behind their {@code FactsService}: so many calls at once and no more, and a second try only where the budget has one. */
final class Owners {
    private final Map<String, RetryBudget> budgets = new ConcurrentHashMap<>();
    private final PeerChannels peers;
    private final Catalogue catalogue;
    private final Answers answers;
    private final Bulkhead bulkhead;
    private final LiveMetrics metrics;

    Owners(PeerChannels peers, Catalogue catalogue, Answers answers, Bulkhead bulkhead, LiveMetrics metrics) {
        this.peers = peers;
        this.catalogue = catalogue;
        this.answers = answers;
        this.bulkhead = bulkhead;
        this.metrics = metrics;
    }

    /** @return never fails: nothing when the owner could not be asked or did not say */
    CompletableFuture<Optional<Said>> ask(
            String dataset, List<PersonKey> persons, RequestContext context, Duration patience) {
        Question question = new Question(
                catalogue.dataset(dataset),
                GetFactsRequest.newBuilder()
                        .setDataset(dataset)
                        .addAllPersons(persons.stream()
                                .map(person -> UnsafeByteOperations.unsafeWrap(person.bytes()))
                                .toList())
                        .setContext(context)
                        .build(),
                System.nanoTime() + patience.toNanos());
        if (!bulkhead.tryAcquirePermission()) {
            metrics.ended(question.dataset, "FULL");
            return CompletableFuture.completedFuture(Optional.empty());
        }
        budget(question.dataset).called();
        question.send();
        return question.said;
    }

    private RetryBudget budget(Dataset dataset) {
        return budgets.computeIfAbsent(dataset.owner(), owner -> new RetryBudget());
    }

    /** One question to one owner. */
    private final class Question implements StreamObserver<GetFactsResponse> {
        private final CompletableFuture<Optional<Said>> said = new CompletableFuture<>();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final Dataset dataset;
        private final GetFactsRequest request;
        private final long until;
        private final long began = System.nanoTime();
        private boolean again;

        Question(Dataset dataset, GetFactsRequest request, long until) {
            this.dataset = dataset;
            this.request = request;
            this.until = until;
        }

        /** Apart from the caller's own call: whoever waits with it must not lose the answer when the first one hangs up. */
        void send() {
            try {
                Context.ROOT.run(() -> FactsServiceGrpc.newStub(peers.to(dataset.owner()))
                        .withDeadlineAfter(until - System.nanoTime(), TimeUnit.NANOSECONDS)
                        .getFacts(request, this));
            } catch (RuntimeException notSent) {
                end("UNAVAILABLE", Optional.empty());
            }
        }

        @Override
        public void onNext(GetFactsResponse response) {
            Optional<Said> read = answers.read(dataset, response, Duration.ofNanos(System.nanoTime() - began));
            end(read.isPresent() ? "ANSWERED" : "UNREADABLE", read);
        }

        @Override
        public void onError(Throwable failure) {
            Status status = Status.fromThrowable(failure);
            if (mayTryAgain(status)) {
                again = true;
                metrics.ended(dataset, "TRIED_AGAIN");
                send();
            } else {
                end(SourceBreakers.refusedBy(status) ? "BREAKER_OPEN" : outcome(status), Optional.empty());
            }
        }

        @Override
        public void onCompleted() {
            end("UNREADABLE", Optional.empty());
        }

        private boolean mayTryAgain(Status status) {
            return !again
                    && status.getCode() == Status.Code.UNAVAILABLE
                    && !SourceBreakers.refusedBy(status)
                    && budget(dataset).take();
        }

        private static String outcome(Status status) {
            return switch (status.getCode()) {
                case UNAVAILABLE, DEADLINE_EXCEEDED -> status.getCode().name();
                default -> "REFUSED";
            };
        }

        /** Counted, and its room given back, before anybody goes on with the answer. */
        private void end(String outcome, Optional<Said> answer) {
            if (ended.compareAndSet(false, true)) {
                metrics.ended(dataset, outcome);
                bulkhead.onComplete();
                said.complete(answer);
            }
        }
    }
}
