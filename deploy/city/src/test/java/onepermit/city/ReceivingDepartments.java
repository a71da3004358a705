package onepermit.city;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.ImportServiceGrpc.ImportServiceImplBase;

/** A server that keeps the files it is given, for tests of the sending side. */
final class ReceivingDepartments extends ImportServiceImplBase implements ServerInterceptor, AutoCloseable {
    final Map<String, ByteArrayOutputStream> files = new ConcurrentHashMap<>();
    final Set<String> tokens = ConcurrentHashMap.newKeySet();
    String refusedKind = "";
    private final Server server;

    ReceivingDepartments() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(ServerInterceptors.intercept(this, this))
                .build()
                .start();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        tokens.add(String.valueOf(headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER))));
        return next.startCall(call, headers);
    }

    @Override
    public StreamObserver<ImportRequest> import_(StreamObserver<ImportResponse> answers) {
        return new StreamObserver<>() {
            private long bytes;

            @Override
            public void onNext(ImportRequest request) {
                if (request.getKind().equals(refusedKind)) {
                    answers.onError(Status.INVALID_ARGUMENT
                            .withDescription("no such kind here")
                            .asRuntimeException());
                    return;
                }
                keep(request);
                bytes += request.getChunk().size();
            }

            @Override
            public void onError(Throwable gone) {}

            @Override
            public void onCompleted() {
                answers.onNext(ImportResponse.newBuilder()
                        .setLines(bytes)
                        .setAccepted(bytes)
                        .setDone(true)
                        .build());
                answers.onCompleted();
            }
        };
    }

    private void keep(ImportRequest request) {
        try {
            request.getChunk().writeTo(files.computeIfAbsent(request.getKind(), k -> new ByteArrayOutputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
