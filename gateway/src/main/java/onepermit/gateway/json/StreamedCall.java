package onepermit.gateway.json;

import com.google.gson.Gson;
import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.rpc.Failures;
import onepermit.exchange.rpc.RefusalException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A stream over HTTP: each line of the body is a message, and each answer a line (NDJSON). Lines are read only as fast as
 * the department takes them, answers asked for only as fast as the caller reads.
 */
final class StreamedCall {
    private static final MediaType NDJSON = MediaType.APPLICATION_NDJSON;

    private final JsonMessages json;
    private final HttpMethodBinding binding;
    private final BlockingClientCall<DynamicMessage, DynamicMessage> call;
    private volatile @Nullable RefusalException badLine;

    StreamedCall(JsonMessages json, HttpMethodBinding binding, Channel channel, CallOptions options) {
        this.json = json;
        this.binding = binding;
        this.call = ClientCalls.blockingBidiStreamingCall(channel, binding.method(), options);
    }

    /** The status line waits for the first answer, so that a refused stream is a problem and not a broken 200. */
    ServerResponse answer(ServerRequest request) throws IOException {
        Lines lines = new Lines(request.servletRequest().getInputStream());
        Thread.ofVirtual().name("ndjson").start(() -> send(lines));
        Optional<DynamicMessage> first = receive();
        return ServerResponse.ok()
                .contentType(binding.serverStreams() ? NDJSON : MediaType.APPLICATION_JSON)
                .build((HttpServletRequest in, HttpServletResponse out) -> {
                    write(first, out.getOutputStream());
                    return null;
                });
    }

    private void send(Lines lines) {
        try {
            Optional<String> line = lines.next();
            while (line.isPresent() && call.write(json.read(line.get(), binding.request()))) {
                line = lines.next();
            }
            call.halfClose();
        } catch (RefusalException e) {
            badLine = e;
            call.cancel("a line could not be read", e);
        } catch (IOException | StatusException e) {
            call.cancel("the caller has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel("stopping", e);
        }
    }

    private Optional<DynamicMessage> receive() {
        try {
            return Optional.ofNullable(call.read());
        } catch (StatusException e) {
            throw failure(e.getStatus().asRuntimeException(e.getTrailers()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.asRuntimeException();
        }
    }

    /** What broke the stream: a line of the caller's, or the department. */
    private StatusRuntimeException failure(StatusRuntimeException status) {
        RefusalException refused = badLine;
        return refused == null ? Failures.scrubbed(status, binding.method().getFullMethodName()) : Failures.of(refused);
    }

    private void write(Optional<DynamicMessage> first, OutputStream out) throws IOException {
        Optional<DynamicMessage> next = first;
        try {
            while (next.isPresent()) {
                write(json.write(next.get()), out);
                next = receive();
            }
        } catch (StatusRuntimeException e) {
            // The status line has gone, so the failure is the last line.
            write(new Gson().toJson(Map.of("problem", Problem.of(e).members())), out);
        } catch (IOException e) {
            call.cancel("the caller has gone", e);
            throw e;
        }
    }

    private static void write(String line, OutputStream out) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
