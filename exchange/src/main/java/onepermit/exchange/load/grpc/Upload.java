package onepermit.exchange.load.grpc;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.function.Consumer;
import onepermit.exchange.load.FileImport;
import onepermit.exchange.load.ImportInterrupted;
import onepermit.exchange.load.Progress;
import onepermit.exchange.rpc.Failures;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file arriving over one call: messages feed the bytes, a virtual thread of its own reads and stores them. */
final class Upload implements StreamObserver<ImportRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
    private static final int MESSAGES_AHEAD = 4;

    private final FileImport files;
    private final ServerCallStreamObserver<ImportResponse> call;
    private final Chunks chunks;
    private final Answers answers;
    private boolean started;

    private Upload(FileImport files, ServerCallStreamObserver<ImportResponse> call) {
        this.files = files;
        this.call = call;
        this.chunks = new Chunks(() -> call.request(1));
        this.answers = new Answers(call);
    }

    static Upload open(FileImport files, ServerCallStreamObserver<ImportResponse> call) {
        Upload upload = new Upload(files, call);
        call.disableAutoRequest();
        call.setOnCancelHandler(upload::abandon);
        call.request(MESSAGES_AHEAD);
        return upload;
    }

    @Override
    public void onNext(ImportRequest request) {
        start(request.getKind());
        if (request.getChunk().isEmpty()) {
            call.request(1);
        } else {
            chunks.arrived(request.getChunk());
        }
    }

    @Override
    public void onCompleted() {
        start("");
        chunks.ended();
    }

    @Override
    public void onError(Throwable gone) {
        abandon();
    }

    private void abandon() {
        chunks.broken();
        answers.broken();
    }

    private void start(String kind) {
        if (!started) {
            started = true;
            Thread.ofVirtual().name("import").start(Context.current().wrap(() -> bringIn(kind, answers::send)));
        }
    }

    private void bringIn(String kind, Consumer<Progress> progress) {
        try {
            files.run(kind, chunks, progress);
            call.onCompleted();
        } catch (RefusalException e) {
            fail(e);
        } catch (ImportInterrupted e) {
            LOG.atWarn()
                    .addKeyValue("confirmed", e.confirmed())
                    .addKeyValue("cause", causeOf(e))
                    .log("import interrupted");
            fail(interrupted(e));
        } catch (IOException e) {
            LOG.info("import abandoned by its caller; what was confirmed stays");
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** The server's interceptors make the status of it: refusals with their reason, all else as a fault without details. */
    private void fail(RuntimeException e) {
        if (!call.isCancelled()) {
            call.onError(e instanceof RefusalException refused ? Failures.of(refused) : e);
        }
    }

    private static String causeOf(ImportInterrupted e) {
        Throwable cause = e.getCause();
        return cause == null ? "" : cause.getClass().getSimpleName();
    }

    private static RefusalException interrupted(ImportInterrupted e) {
        return new RefusalException(new Refusal(
                Status.Code.UNAVAILABLE,
                "IMPORT_INTERRUPTED",
                "",
                "the database is away; the first " + e.confirmed() + " lines are confirmed (" + e.accepted()
                        + " stored). Bring the same file in again: nothing is doubled"));
    }
}
