package onepermit.exchange.testing;

import com.google.protobuf.Message;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;

/** Sends one message into a stream and waits for the first thing that comes back: an answer, or the end. */
final class FirstAnswer extends ClientCall.Listener<Message> {
    private final CompletableFuture<Message> came = new CompletableFuture<>();

    private final Message question;

    private FirstAnswer(Message question) {
        this.question = question;
    }

    /**
     * @return the question itself where the stream ends without an answer
     * @throws io.grpc.StatusRuntimeException the stream was refused
     */
    static Message of(ClientCall<Message, Message> call, Message question) {
        FirstAnswer answer = new FirstAnswer(question);
        call.start(answer, new Metadata());
        call.request(1);
        call.sendMessage(question);
        call.halfClose();
        try {
            return answer.came.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw (io.grpc.StatusRuntimeException) e.getCause();
        } finally {
            call.cancel("seen enough", null);
        }
    }

    @Override
    public void onMessage(Message message) {
        came.complete(message);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        if (status.isOk()) {
            came.complete(question);
        } else {
            came.completeExceptionally(status.asRuntimeException(trailers));
        }
    }
}
