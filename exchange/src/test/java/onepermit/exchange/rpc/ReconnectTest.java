package onepermit.exchange.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReconnectTest {
    private static final int ATTEMPTS = 8;

    /** Left to itself the channel would make its eighth attempt after half a minute. */
    @Test
    void a_server_that_is_away_is_tried_again_and_again_at_the_same_distance() throws IOException {
        try (var away = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            away.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            ManagedChannel channel = Reconnect.watched(
                    NettyChannelBuilder.forTarget("127.0.0.1:" + away.getLocalPort())
                            .usePlaintext()
                            .build(),
                    CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
            try {
                channel.getState(true);
                long began = System.nanoTime();
                for (int i = 0; i < ATTEMPTS; i++) {
                    away.accept().close();
                }
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            } finally {
                channel.shutdownNow();
            }
        }
    }
}
