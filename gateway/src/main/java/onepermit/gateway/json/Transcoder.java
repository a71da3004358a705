package onepermit.gateway.json;

import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.access.Tokens;
import onepermit.exchange.rpc.Failures;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.tls.Peer;
import onepermit.gateway.edge.Backends;
import onepermit.gateway.edge.TokenSwap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Takes an HTTP call, makes the gRPC call of its contract, and gives the answer back as JSON. */
final class Transcoder implements HandlerFunction<ServerResponse> {
    private static final String TRACE = "traceparent";
    static final Metadata.Key<String> DEPARTMENT =
            Metadata.Key.of(Backends.DEPARTMENT, Metadata.ASCII_STRING_MARSHALLER);

    private final HttpBindings bindings;
    private final JsonMessages json;
    private final Backends backends;
    private final TokenSwap tokens;
    private final MeterRegistry registry;

    Transcoder(HttpBindings bindings, JsonMessages json, Backends backends, TokenSwap tokens, MeterRegistry registry) {
        this.bindings = bindings;
        this.json = json;
        this.backends = backends;
        this.tokens = tokens;
        this.registry = registry;
    }

    @Override
    public ServerResponse handle(ServerRequest request) throws ServletException, IOException {
        Timer.Sample time = Timer.start(registry);
        String method = "none";
        Code code = Code.OK;
        try {
            HttpBindings.Found found = bindings.find(request.method().name(), request.path());
            method = found.binding().method().getFullMethodName();
            return answer(request, found);
        } catch (RefusalException e) {
            code = e.refusal().code();
            return Problems.response(Failures.of(e));
        } catch (StreamRefused e) {
            code = e.code();
            return Problems.response(e.problem(), e.call());
        } catch (StatusRuntimeException e) {
            code = e.getStatus().getCode();
            return Problems.response(Failures.scrubbed(e, method));
        } finally {
            time.stop(Timer.builder("onepermit.http.calls")
                    .description("Calls over HTTP, by gRPC method and code")
                    .tag("method", method)
                    .tag("code", code.name())
                    .register(registry));
        }
    }

    private ServerResponse answer(ServerRequest request, HttpBindings.Found found) throws IOException {
        checkQuery(request, found.binding());
        Metadata headers = headers(request, found);
        tokens.swap(found.binding().method(), headers, peer(request));
        headers.discardAll(DEPARTMENT);
        Channel channel =
                ClientInterceptors.intercept(channel(found), MetadataUtils.newAttachHeadersInterceptor(headers));
        CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(
                TimeLimit.of(
                                header(request, TimeLimit.GRPC),
                                header(request, TimeLimit.OURS),
                                found.binding().clientStreams()
                                        || found.binding().serverStreams())
                        .toNanos(),
                TimeUnit.NANOSECONDS);
        return found.binding().clientStreams() || found.binding().serverStreams()
                ? stream(request, found.binding(), channel, options)
                : unary(request, found.binding(), channel, options);
    }

    private ServerResponse stream(
            ServerRequest request, HttpMethodBinding binding, Channel channel, CallOptions options) throws IOException {
        Lines lines = new Lines(request.servletRequest().getInputStream());
        StreamedCall call = new StreamedCall(json, binding, channel, options, lines).start();
        return StreamedAnswer.of(call, binding.serverStreams());
    }

    private ServerResponse unary(ServerRequest request, HttpMethodBinding binding, Channel channel, CallOptions options)
            throws IOException {
        DynamicMessage message =
                binding.verb().equals("GET") ? fromQuery(request, binding) : fromBody(request, binding);
        DynamicMessage answer = ClientCalls.blockingUnaryCall(channel, binding.method(), options, message);
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.write(answer).getBytes(StandardCharsets.UTF_8));
    }

    private DynamicMessage fromBody(ServerRequest request, HttpMethodBinding binding) throws IOException {
        if (request.headers().contentLength().orElse(0) > Lines.LARGEST) {
            throw Lines.tooLarge();
        }
        return json.read(Lines.whole(request.servletRequest().getInputStream()), binding.request());
    }

    private DynamicMessage fromQuery(ServerRequest request, HttpMethodBinding binding) {
        DynamicMessage.Builder message = binding.request();
        request.params().forEach((name, values) -> json.set(message, name, values.getFirst()));
        return message.build();
    }

    private Channel channel(HttpBindings.Found found) {
        return found.binding().department().isEmpty()
                ? backends.named(found.department())
                : backends.to(found.binding().department());
    }

    /** A URL is logged on its way by others, so nothing of a request about a person may stand in it. */
    private static void checkQuery(ServerRequest request, HttpMethodBinding binding) {
        if (!binding.verb().equals("GET") && request.servletRequest().getQueryString() != null) {
            throw new RefusalException(Refusal.invalid(
                    "QUERY_NOT_TAKEN", "", "put every field into the JSON body; addresses are logged on their way"));
        }
    }

    /** A trace that is not recorded here goes on as the caller began it. */
    private static Metadata headers(ServerRequest request, HttpBindings.Found found) {
        Metadata headers = new Metadata();
        put(headers, DEPARTMENT, found.department());
        put(headers, Tokens.AUTHORIZATION, header(request, HttpHeaders.AUTHORIZATION));
        put(headers, Metadata.Key.of(TRACE, Metadata.ASCII_STRING_MARSHALLER), header(request, TRACE));
        return headers;
    }

    /** The certificate that the caller's connection came with, if this door asks for one. */
    static @Nullable Peer peer(ServerRequest request) {
        return request.servletRequest().getAttribute("jakarta.servlet.request.X509Certificate")
                                instanceof X509Certificate[] chain
                        && chain.length > 0
                ? Peer.of(chain[0])
                : null;
    }

    private static void put(Metadata headers, Metadata.Key<String> key, @Nullable String value) {
        if (value != null) {
            headers.put(key, value);
        }
    }

    private static @Nullable String header(ServerRequest request, String name) {
        return request.headers().firstHeader(name);
    }
}
