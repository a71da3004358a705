package onepermit.exchange.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.rpc.SourceBreakers;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.FactsServiceGrpc.FactsServiceImplBase;
import onepermit.exchange.v1.GetFactsRequest;
import onepermit.exchange.v1.GetFactsResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeerChannelsTest {
    private final ConcurrentLinkedQueue<String> tokens = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> ports = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> deadlines = new ConcurrentLinkedQueue<>();
    private HttpServer issuer;
    private Server one;
    private Server two;
    private PeerChannels channels;

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/oauth2/token", exchange -> {
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = "{\"access_token\":\"abc\",\"expires_in\":300}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        issuer.start();
        one = owner();
        two = owner();
        Peers peers = new Peers(Map.of("permit", List.of("127.0.0.1:" + one.getPort(), "127.0.0.1:" + two.getPort())));
        ServiceToken token = new ServiceToken(
                TokenEndpoint.of("", "http://127.0.0.1:" + issuer.getAddress().getPort() + "/oauth2/token"),
                () -> new ServiceToken.ClientSecret("local-service", "s"),
                "education",
                Clock.systemUTC());
        channels = new PeerChannels(
                peers,
                (holder, channel) -> channel.usePlaintext(),
                token,
                Duration.ofSeconds(5),
                new SourceBreakers(Duration.ofSeconds(5)),
                List.of());
    }

    @AfterEach
    void stop() {
        channels.close();
        one.shutdownNow();
        two.shutdownNow();
        issuer.stop(0);
    }

    @Test
    void calls_go_to_all_instances_with_one_token_and_a_deadline() {
        for (int i = 0; i < 10; i++) {
            FactsServiceGrpc.newBlockingStub(channels.to("permit")).getFacts(GetFactsRequest.getDefaultInstance());
        }

        assertThat(ports).contains(one.getPort(), two.getPort());
        assertThat(tokens).containsExactly("Basic bG9jYWwtc2VydmljZTpz");
        assertThat(deadlines).allSatisfy(left -> assertThat(left).isBetween(1L, 5_000L));
    }

    @Test
    void a_department_without_an_address_is_named() {
        assertThatThrownBy(() -> channels.to("health")).hasMessageContaining("onepermit.peers.health");
    }

    private Server owner() throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .intercept(new Watcher())
                .addService(new FactsServiceImplBase() {
                    @Override
                    public void getFacts(GetFactsRequest request, StreamObserver<GetFactsResponse> responses) {
                        deadlines.add(Objects.requireNonNull(Context.current().getDeadline())
                                .timeRemaining(TimeUnit.MILLISECONDS));
                        responses.onNext(GetFactsResponse.getDefaultInstance());
                        responses.onCompleted();
                    }
                })
                .build()
                .start();
    }

    private final class Watcher implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            assertThat(headers.get(Tokens.AUTHORIZATION)).isEqualTo("Bearer abc");
            ports.add(((InetSocketAddress)
                            Objects.requireNonNull(call.getAttributes().get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR)))
                    .getPort());
            return next.startCall(call, headers);
        }
    }
}
