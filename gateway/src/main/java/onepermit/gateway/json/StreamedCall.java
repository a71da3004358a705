package onepermit.gateway.json;

import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import onepermit.exchange.rpc.Failures;
import onepermit.exchange.rpc.RefusalException;
import onepermit.gateway.json.Step.Broken;
import org.jspecify.annotations.Nullable;

/**
 * A stream over HTTP: each line of the body is a message, and each answer a line (NDJSON). Lines are read only as fast as
 * the department takes them, answers asked for only as fast as the caller reads. Where answers stream back, a line that
 * cannot be read is answered and the next one read; where one answer stands for all lines, it ends the call.
 */
final class StreamedCall {
    private static final int STEPS_AHEAD = 16;

    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(STEPS_AHEAD);
    private final JsonMessages json;
    private final HttpMethodBinding binding;
    private final BlockingClientCall<DynamicMessage, DynamicMessage> call;
    private final Thread sender;
    private volatile @Nullable Broken badLine;

    StreamedCall(JsonMessages json, HttpMethodBinding binding, Channel channel, CallOptions options, Lines lines) {
        this.json = json;
        this.binding = binding;
        this.call = ClientCalls.blockingBidiStreamingCall(channel, binding.method(), options);
        this.sender = Thread.ofVirtual().name("ndjson-in").unstarted(() -> send(lines));
    }

    StreamedCall start() {
        sender.start();
        Thread.ofVirtual().name("ndjson-out").start(this::receive);
        return this;
    }

    Step next() throws IOException {
        try {
            return steps.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopping", e);
        }
    }

    /** Ends what is still under way. Returns when nobody reads the body any more: it is the server's again afterwards. */
    void close() {
        call.cancel("the caller has gone", null);
        sender.interrupt();
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Lines lines) {
        try {
            while (sendOne(lines)) {}
            call.halfClose();
        } catch (RefusalException e) {
            badLine = new Broken(Failures.of(e), lines.number());
            call.cancel("a line could not be read", e);
        } catch (IOException | StatusException e) {
            call.cancel("the caller has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel("stopping", e);
        }
    }

    /** False at the end of the body, or when the department wants no more. */
    private boolean sendOne(Lines lines) throws IOException, InterruptedException, StatusException {
        try {
            var line = lines.next();
            return line.isPresent() && call.write(json.read(line.get(), binding.request()));
        } catch (RefusalException e) {
            if (!binding.serverStreams()) {
                throw e;
            }
            steps.put(new Step.Line(Problem.of(Failures.of(e)).line(lines.number())));
            return true;
        }
    }

    private void receive() {
        try {
            Step step = received();
            while (step instanceof Step.Line) {
                steps.put(step);
                step = received();
            }
            steps.put(step);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Step received() throws InterruptedException {
        try {
            DynamicMessage answer = call.read();
            return answer == null ? new Step.End() : new Step.Line(json.write(answer));
        } catch (StatusException e) {
            return broken(e.getStatus().asRuntimeException(e.getTrailers()));
        }
    }

    /** What broke the stream: a line of the caller's, or the department. */
    private Broken broken(StatusRuntimeException status) {
        Broken line = badLine;
        return line == null
                ? new Broken(Failures.scrubbed(status, binding.method().getFullMethodName()), 0)
                : line;
    }
}
