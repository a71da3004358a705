package onepermit.exchange.testing;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.util.function.BinaryOperator;
import org.springframework.context.ApplicationContext;

/**
 * A running department, and how callers come to it.
 *
 * @param tokens the token of a role that works in a division, as one of this department
 */
public record Door(ApplicationContext service, Channel channel, BinaryOperator<String> tokens) {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    Stub as(String role, String division) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + tokens.apply(role, division));
        return new Stub(ClientInterceptors.intercept(
                channel, MetadataUtils.newAttachHeadersInterceptor(headers), new RunningService.Deadline()));
    }
}
