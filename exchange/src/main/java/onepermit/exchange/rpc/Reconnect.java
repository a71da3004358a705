package onepermit.exchange.rpc;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Has a channel try a server that was away every second. gRPC alone waits longer each time, up to two minutes, and refuses every call
 * until then although the server has long been back.
 */
public final class Reconnect {
    private static final Executor IN_A_SECOND = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final ManagedChannel channel;
    private final Executor later;

    private Reconnect(ManagedChannel channel, Executor later) {
        this.channel = channel;
        this.later = later;
    }

    /** The same channel, watched until it is shut down. */
    public static ManagedChannel soon(ManagedChannel channel) {
        return watched(channel, IN_A_SECOND);
    }

    static ManagedChannel watched(ManagedChannel channel, Executor later) {
        new Reconnect(channel, later).watch();
        return channel;
    }

    private void watch() {
        ConnectivityState state = channel.getState(false);
        switch (state) {
            case SHUTDOWN -> {}
            case TRANSIENT_FAILURE -> later.execute(this::tryAgain);
            case CONNECTING, READY, IDLE -> channel.notifyWhenStateChanged(state, this::watch);
        }
    }

    private void tryAgain() {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
        }
        watch();
    }
}
