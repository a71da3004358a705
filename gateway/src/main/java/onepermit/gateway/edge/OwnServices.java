package onepermit.gateway.edge;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.rpc.CallFailures;

/**
 * The gateway's own services behind its door, as one more department would stand there, without leaving the process: both doors hand calls on
 * to them as to any other, and what blocks in them blocks no thread of the network.
 */
final class OwnServices implements AutoCloseable {
    /** In the place of a department's name. */
    static final String NAME = "gateway";

    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("own-services", true), LocalIoHandler.newFactory());
    private final Server server;
    private final ManagedChannel channel;

    OwnServices(List<OwnService> services) {
        LocalAddress address = new LocalAddress(OwnServices.class);
        NettyServerBuilder builder = NettyServerBuilder.forAddress(address)
                .channelType(LocalServerChannel.class)
                .bossEventLoopGroup(threads)
                .workerEventLoopGroup(threads)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .intercept(new CallersToken())
                .intercept(new CallFailures());
        services.forEach(each -> builder.addService(each.service()));
        try {
            server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel = NettyChannelBuilder.forAddress(address)
                .overrideAuthority(NAME)
                .channelType(LocalChannel.class)
                .eventLoopGroup(threads)
                .directExecutor()
                .usePlaintext()
                .build();
    }

    Channel channel() {
        return channel;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
        threads.shutdownGracefully(0, 5, TimeUnit.SECONDS);
    }
}
