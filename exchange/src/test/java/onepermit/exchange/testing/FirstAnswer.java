package onepermit.exchange.testing;

import com.google.protobuf.Message;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;

/** Sends one message into a stream and waits for the first thing that comes back: an answer, or the end. */
final class FirstAnswer extends ClientCall.Listener<Message> {
    private final CompletableFuture<Boolean> came = new CompletableFuture<>();

    private FirstAnswer() {}

    /** @throws io.grpc.StatusRuntimeException the stream was refused */
    static void of(ClientCall<Message, Message> call, Message question) {
        FirstAnswer answer = new FirstAnswer();
        call.start(answer, new Metadata());
        call.request(1);
        call.sendMessage(question);
        call.halfClose();
        try {
            answer.came.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw (io.grpc.StatusRuntimeException) e.getCause();
        }
        call.cancel("seen enough", null);
    }

    @Override
    public void onMessage(Message message) {
        came.complete(true);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        if (status.isOk()) {
            came.complete(true);
        } else {
            came.completeExceptionally(status.asRuntimeException(trailers));
        }
    }
}
