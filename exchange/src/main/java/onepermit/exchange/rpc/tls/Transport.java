package onepermit.exchange.rpc.tls;

import io.grpc.netty.NettyChannelBuilder;

/** How calls travel from this process to the others of the house. */
public interface Transport {

    /** @param holder who must answer: the department named in the certificate at the other end */
    NettyChannelBuilder to(String holder, NettyChannelBuilder channel);
}
