package onepermit.exchange.rpc.server;

import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import java.util.List;
import org.springframework.grpc.server.ServerBuilderCustomizer;

/**
 * What every call goes through, in the order it sees it. The steps stand on the builder, since interceptors attached to
 * services would not see forwarded calls.
 */
public record CallSteps(List<ServerInterceptor> steps) implements ServerBuilderCustomizer<NettyServerBuilder> {

    @Override
    public void customize(NettyServerBuilder builder) {
        // The builder calls the interceptor added last first.
        steps.reversed().forEach(builder::intercept);
    }
}
