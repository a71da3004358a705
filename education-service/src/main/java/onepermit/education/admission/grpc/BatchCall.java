package onepermit.education.admission.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * One stream of lines and answers. At most {@code window} lines are read and not yet taken by the caller: a line is asked for when an
 * answer has left, and none while the caller's side is not ready. Answers leave in the order in which they are found.
 */
final class BatchCall<L, A> implements StreamObserver<L> {
    private final ServerCallStreamObserver<A> answers;
    private final Executor executor;
    private final Function<L, A> question;
    private int open;
    private int owed;
    private boolean heardAll;

    private BatchCall(ServerCallStreamObserver<A> answers, Executor executor, Function<L, A> question) {
        this.answers = answers;
        this.executor = executor;
        this.question = question;
    }

    /** @param question never throws: a bad line is an answer */
    static <L, A> StreamObserver<L> start(
            ServerCallStreamObserver<A> answers, int window, Executor executor, Function<L, A> question) {
        BatchCall<L, A> call = new BatchCall<>(answers, executor, question);
        answers.disableAutoRequest();
        answers.setOnReadyHandler(call::ready);
        answers.setOnCancelHandler(() -> {}); // a set handler makes onNext of a cancelled call quiet
        answers.request(window);
        return call;
    }

    @Override
    public void onNext(L line) {
        synchronized (this) {
            open++;
        }
        executor.execute(() -> send(question.apply(line)));
    }

    @Override
    public synchronized void onCompleted() {
        heardAll = true;
        closeWhenDone();
    }

    @Override
    public void onError(Throwable callerWentAway) {
        // gRPC has cancelled the call; lines under way end by themselves and their answers go nowhere
    }

    private synchronized void send(A answer) {
        open--;
        if (answers.isCancelled()) {
            return;
        }
        answers.onNext(answer);
        if (answers.isReady()) {
            answers.request(1);
        } else {
            owed++;
        }
        closeWhenDone();
    }

    private synchronized void ready() {
        if (owed > 0) {
            answers.request(owed);
            owed = 0;
        }
    }

    private void closeWhenDone() {
        if (heardAll && open == 0 && !answers.isCancelled()) {
            answers.onCompleted();
        }
    }
}
