package onepermit.exchange.rpc.tls;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContext;
import javax.net.ssl.SSLException;

/** Both ends show a certificate; that of the other end must name whom we look for, wherever it runs. */
public final class MutualTls implements Transport {
    private final SslContext context;

    public MutualTls(Credentials credentials) {
        try {
            context = GrpcSslContexts.forClient()
                    .keyManager(credentials.keys())
                    .trustManager(credentials.trust())
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public NettyChannelBuilder to(String holder, NettyChannelBuilder channel) {
        return channel.sslContext(context).overrideAuthority(holder);
    }
}
