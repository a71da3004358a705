package onepermit.gateway.edge;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.rpc.Reconnect;
import onepermit.exchange.rpc.tls.Transport;

/**
 * The channels to one department, one for each network thread: a call goes on and its answer comes back on the thread it
 * came in on, so that nothing is handed from thread to thread.
 */
final class Lanes implements AutoCloseable {
    private record Lane(EventLoop thread, ManagedChannel channel) {}

    private final List<Lane> lanes;

    private Lanes(List<Lane> lanes) {
        this.lanes = lanes;
    }

    /** @param department whom the certificate at the other end must name */
    static Lanes to(String department, String target, NetworkThreads threads, Transport transport) {
        return new Lanes(threads.each().stream()
                .map(thread -> new Lane(
                        thread, open(transport.to(department, NettyChannelBuilder.forTarget(target)), thread, threads)))
                .toList());
    }

    /** The lane of the current thread; any of them for a thread that is none of the network's. */
    Channel mine() {
        for (Lane lane : lanes) {
            if (lane.thread().inEventLoop()) {
                return lane.channel();
            }
        }
        return lanes.get(ThreadLocalRandom.current().nextInt(lanes.size())).channel();
    }

    private static ManagedChannel open(NettyChannelBuilder channel, EventLoop thread, NetworkThreads threads) {
        return Reconnect.soon(channel.eventLoopGroup(thread)
                .channelType(threads.channel())
                .directExecutor()
                .defaultLoadBalancingPolicy("round_robin")
                .keepAliveTime(60, TimeUnit.SECONDS)
                .keepAliveTimeout(20, TimeUnit.SECONDS)
                .build());
    }

    @Override
    public void close() {
        lanes.forEach(lane -> lane.channel().shutdownNow());
    }
}
