package onepermit.exchange.load.grpc;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;

/** The caller's side of an import. */
final class Sender implements ClientResponseObserver<ImportRequest, ImportResponse> {
    final List<ImportResponse> answers = new CopyOnWriteArrayList<>();
    final CompletableFuture<Status> ended = new CompletableFuture<>();
    private final CompletableFuture<ClientCallStreamObserver<ImportRequest>> call = new CompletableFuture<>();
    private final boolean reads;

    Sender(boolean reads) {
        this.reads = reads;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<ImportRequest> started) {
        if (!reads) {
            started.disableAutoRequestWithInitial(0);
        }
        call.complete(started);
    }

    ClientCallStreamObserver<ImportRequest> call() {
        return call.join();
    }

    void send(String kind, String chunk) {
        call().onNext(ImportRequest.newBuilder()
                .setKind(kind)
                .setChunk(ByteString.copyFromUtf8(chunk))
                .build());
    }

    @Override
    public void onNext(ImportResponse answer) {
        answers.add(answer);
    }

    @Override
    public void onError(Throwable error) {
        ended.complete(Status.fromThrowable(error));
    }

    @Override
    public void onCompleted() {
        ended.complete(Status.OK);
    }
}
