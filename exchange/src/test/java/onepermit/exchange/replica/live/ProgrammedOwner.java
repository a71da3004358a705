package onepermit.exchange.replica.live;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.CallCredentials;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import onepermit.exchange.access.PeerChannels;
import onepermit.exchange.access.Peers;
import onepermit.exchange.rpc.SourceBreakers;
import onepermit.exchange.v1.FactRecord;
import onepermit.exchange.v1.FactsServiceGrpc.FactsServiceImplBase;
import onepermit.exchange.v1.GetFactsRequest;
import onepermit.exchange.v1.GetFactsResponse;
import org.jspecify.annotations.Nullable;

/** An owner that answers as a test tells it, over a real connection. */
final class ProgrammedOwner extends FactsServiceImplBase implements AutoCloseable {
    private static final Timestamp NOON =
            Timestamp.newBuilder().setSeconds(1_756_612_800).build();

    final AtomicInteger calls = new AtomicInteger();
    final AtomicLong deadlineMillis = new AtomicLong();
    private final List<StreamObserver<GetFactsResponse>> waiting = new ArrayList<>();
    private volatile ByteString payload = ByteString.EMPTY;
    private volatile @Nullable Status failure;
    private volatile int failing;
    private volatile boolean holding;
    private Server server = serve(0);
    private final int port = server.getPort();

    void answers() {
        failure = null;
    }

    void fails(Status status) {
        failsNext(Integer.MAX_VALUE, status);
    }

    void failsNext(int calls, Status status) {
        failing = calls;
        failure = status;
    }

    void says(ByteString bytes) {
        payload = bytes;
    }

    void holds() {
        holding = true;
    }

    synchronized void letsGo() {
        holding = false;
        waiting.forEach(this::answer);
        waiting.clear();
    }

    void goesAway() {
        server.shutdownNow();
    }

    void comesBack() {
        server = serve(port);
    }

    PeerChannels channels(SourceBreakers breakers) {
        return new PeerChannels(
                new Peers(Map.of("permit", List.of("127.0.0.1:" + port))),
                (holder, channel) -> channel.usePlaintext(),
                new NoToken(),
                Duration.ofSeconds(5),
                breakers,
                List.of());
    }

    @Override
    public synchronized void getFacts(GetFactsRequest request, StreamObserver<GetFactsResponse> out) {
        calls.incrementAndGet();
        ((ServerCallStreamObserver<GetFactsResponse>) out).setOnCancelHandler(() -> {}); // answers to nobody are quiet
        deadlineMillis.set(
                Objects.requireNonNull(Context.current().getDeadline()).timeRemaining(TimeUnit.MILLISECONDS));
        Status status = failure;
        if (status != null && failing > 0) {
            failing--;
            out.onError(status.asRuntimeException());
        } else if (holding) {
            waiting.add(out);
        } else {
            answer(request, out);
        }
    }

    private void answer(StreamObserver<GetFactsResponse> out) {
        answer(GetFactsRequest.getDefaultInstance(), out);
    }

    private void answer(GetFactsRequest request, StreamObserver<GetFactsResponse> out) {
        GetFactsResponse.Builder answer = GetFactsResponse.newBuilder().setAsOf(NOON);
        if (!payload.isEmpty()) {
            request.getPersonsList()
                    .forEach(person -> answer.addFacts(FactRecord.newBuilder()
                            .setPerson(person)
                            .setFactId("hukou")
                            .setVersion(1)
                            .setPayload(payload)));
        }
        out.onNext(answer.build());
        out.onCompleted();
    }

    private Server serve(int at) {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), at))
                    .addService(this)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class NoToken extends CallCredentials {
        @Override
        public void applyRequestMetadata(RequestInfo call, Executor executor, MetadataApplier applier) {
            applier.apply(new Metadata());
        }
    }
}
