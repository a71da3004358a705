package onepermit.exchange.load.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.Semaphore;
import onepermit.exchange.load.Progress;
import onepermit.exchange.load.Reject;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.RejectedLine;

/** Progress on its way to the caller; waits while the caller does not read. */
final class Answers {
    private final ServerCallStreamObserver<ImportResponse> call;
    private final Semaphore news = new Semaphore(0);

    Answers(ServerCallStreamObserver<ImportResponse> call) {
        this.call = call;
        call.setOnReadyHandler(news::release);
    }

    /** The call has ended: nobody waits any longer. */
    void broken() {
        news.release();
    }

    void send(Progress progress) {
        while (!call.isReady() && !call.isCancelled()) {
            news.acquireUninterruptibly();
        }
        if (!call.isCancelled()) {
            call.onNext(answer(progress));
        }
    }

    private static ImportResponse answer(Progress progress) {
        return ImportResponse.newBuilder()
                .setLines(progress.lines())
                .setAccepted(progress.accepted())
                .setRejected(progress.rejected())
                .addAllRejects(progress.rejects().stream().map(Answers::line).toList())
                .setDone(progress.done())
                .build();
    }

    private static RejectedLine line(Reject reject) {
        return RejectedLine.newBuilder()
                .setLine(reject.line())
                .setColumn(reject.column())
                .setReason(reject.reason())
                .setText(reject.text())
                .build();
    }
}
