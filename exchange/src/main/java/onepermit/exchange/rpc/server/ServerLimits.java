package onepermit.exchange.rpc.server;

import io.grpc.netty.NettyServerBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits that gRPC leaves open. Sizes of messages and metadata, keepalive and connection age are Boot's
 * {@code spring.grpc.server.*}.
 *
 * @param maxDeadline longest deadline of a unary call; a longer one is shortened to it
 * @param maxStreamDeadline longest deadline of a stream
 * @param maxCalls unary calls at once; beyond it RESOURCE_EXHAUSTED
 * @param batchCalls unary calls at once from which no stream begins or goes on
 * @param redecisionCalls unary calls at once from which no case is decided again
 * @param maxCallsPerConnection calls at once on one connection
 * @param maxResetsPerWindow streams a client may reset in 30 seconds (rapid reset, MadeYouReset)
 */
@ConfigurationProperties("onepermit.rpc")
public record ServerLimits(
        @DefaultValue("60s") Duration maxDeadline,
        @DefaultValue("1h") Duration maxStreamDeadline,
        @DefaultValue("512") int maxCalls,
        @DefaultValue("128") int batchCalls,
        @DefaultValue("32") int redecisionCalls,
        @DefaultValue("1000") int maxCallsPerConnection,
        @DefaultValue("1000") int maxResetsPerWindow) {
    private static final int RESET_WINDOW_SECONDS = 30;
    private static final long HANDSHAKE_SECONDS = 10;

    public void apply(NettyServerBuilder builder) {
        builder.maxConcurrentCallsPerConnection(maxCallsPerConnection)
                .maxRstFramesPerWindow(maxResetsPerWindow, RESET_WINDOW_SECONDS)
                .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
    }
}
