package onepermit.gateway;

import com.google.protobuf.ByteString;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status.Code;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import onepermit.education.v1.AdmissionServiceGrpc.AdmissionServiceImplBase;
import onepermit.education.v1.VerifyEligibilityBatchRequest;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.education.v1.VerifyEligibilityResponse;
import onepermit.exchange.rpc.Failures;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.ListParkedRequest;
import onepermit.exchange.v1.ListParkedResponse;
import onepermit.exchange.v1.ListReplicasRequest;
import onepermit.exchange.v1.ListReplicasResponse;
import onepermit.exchange.v1.ParkedRecord;
import onepermit.exchange.v1.ReplicaServiceGrpc.ReplicaServiceImplBase;
import onepermit.exchange.v1.ReplicaStatus;
import onepermit.social.v1.ContributionServiceGrpc.ContributionServiceImplBase;
import onepermit.social.v1.PostContributionsRequest;
import onepermit.social.v1.PostContributionsResponse;

/** A department behind the door: answers what it was asked, and fails when the division says so. */
final class Department implements AutoCloseable {
    static final Metadata.Key<String> EXTRA = Metadata.Key.of("x-extra", Metadata.ASCII_STRING_MARSHALLER);

    final AtomicReference<Metadata> headers = new AtomicReference<>();
    final AtomicLong deadlineMillis = new AtomicLong();
    final AtomicInteger sent = new AtomicInteger();
    final CountDownLatch cancelled = new CountDownLatch(1);
    final UsageBook usage;
    private final Server server;

    Department(String name) throws IOException {
        usage = new UsageBook(name);
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .intercept(new Watcher())
                .addService(new Admissions())
                .addService(new Contributions())
                .addService(new Replicas(name))
                .addService(usage)
                .build()
                .start();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Watcher implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata received, ServerCallHandler<Q, A> next) {
            headers.set(received);
            deadlineMillis.set(
                    Objects.requireNonNull(Context.current().getDeadline()).timeRemaining(TimeUnit.MILLISECONDS));
            return next.startCall(call, received);
        }
    }

    private final class Admissions extends AdmissionServiceImplBase {
        @Override
        public void verifyEligibility(
                VerifyEligibilityRequest request, StreamObserver<VerifyEligibilityResponse> responses) {
            switch (request.getDivision()) {
                case "refuse" ->
                    responses.onError(Failures.of(
                            Refusal.invalid("CITIZEN_ID_CHECK_DIGIT", "child_id", "the check digit does not fit")));
                case "shed" ->
                    responses.onError(Failures.of(new Refusal(
                            Code.RESOURCE_EXHAUSTED, "TOO_MANY_CALLS", "", "too many calls at once; try again")));
                case "hang" ->
                    ((ServerCallStreamObserver<VerifyEligibilityResponse>) responses)
                            .setOnCancelHandler(cancelled::countDown);
                default -> {
                    responses.onNext(VerifyEligibilityResponse.newBuilder()
                            .setDecision(
                                    Decision.newBuilder().setId(request.getDivision() + "/" + request.getSchoolYear()))
                            .build());
                    responses.onCompleted();
                }
            }
        }

        @Override
        public StreamObserver<VerifyEligibilityBatchRequest> verifyEligibilityBatch(
                StreamObserver<VerifyEligibilityBatchResponse> responses) {
            return new Echo((ServerCallStreamObserver<VerifyEligibilityBatchResponse>) responses);
        }
    }

    /** Answers each line with its key, and takes the next when its reader is ready for more. */
    private final class Echo implements StreamObserver<VerifyEligibilityBatchRequest> {
        private final ServerCallStreamObserver<VerifyEligibilityBatchResponse> answers;
        private boolean owed = true;

        Echo(ServerCallStreamObserver<VerifyEligibilityBatchResponse> answers) {
            this.answers = answers;
            answers.disableAutoRequest();
            answers.setOnReadyHandler(this::takeOwed);
            answers.setOnCancelHandler(cancelled::countDown);
        }

        private void takeOwed() {
            if (owed) {
                owed = false;
                answers.request(1);
            }
        }

        @Override
        public void onNext(VerifyEligibilityBatchRequest line) {
            if (line.getKey().equals("refuse")) {
                answers.onError(Failures.of(new Refusal(Code.PERMISSION_DENIED, "ROLE", "", "another role is needed")));
                return;
            }
            answers.onNext(VerifyEligibilityBatchResponse.newBuilder()
                    .setKey(line.getKey())
                    .build());
            sent.incrementAndGet();
            owed = true;
            if (answers.isReady()) {
                takeOwed();
            }
        }

        @Override
        public void onError(Throwable gone) {
            cancelled.countDown();
        }

        @Override
        public void onCompleted() {
            answers.onCompleted();
        }
    }

    private static final class Contributions extends ContributionServiceImplBase {
        @Override
        public StreamObserver<PostContributionsRequest> postContributions(
                StreamObserver<PostContributionsResponse> responses) {
            AtomicLong posted = new AtomicLong();
            return new StreamObserver<>() {
                @Override
                public void onNext(PostContributionsRequest batch) {
                    posted.addAndGet(batch.getLinesCount());
                }

                @Override
                public void onError(Throwable gone) {}

                @Override
                public void onCompleted() {
                    responses.onNext(PostContributionsResponse.newBuilder()
                            .setPosted(posted.get())
                            .build());
                    responses.onCompleted();
                }
            };
        }
    }

    private static final class Replicas extends ReplicaServiceImplBase {
        private final String name;

        Replicas(String name) {
            this.name = name;
        }

        @Override
        public void listReplicas(ListReplicasRequest request, StreamObserver<ListReplicasResponse> responses) {
            responses.onNext(ListReplicasResponse.newBuilder()
                    .addReplicas(ReplicaStatus.newBuilder().setDataset(name).setLag(9_007_199_254_740_993L))
                    .build());
            responses.onCompleted();
        }

        @Override
        public void listParked(ListParkedRequest request, StreamObserver<ListParkedResponse> responses) {
            responses.onNext(ListParkedResponse.newBuilder()
                    .addRecords(ParkedRecord.newBuilder()
                            .setDataset(request.getDataset())
                            .setPerson(ByteString.copyFrom(new byte[] {1, 2})))
                    .build());
            responses.onCompleted();
        }
    }
}
