package onepermit.scenarios;

import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import java.io.File;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** A line to a department's own port, around the gateway, as somebody inside the network could open one. */
final class Line {
    private Line() {}

    /** @param holder whose key and certificate were stolen */
    static ManagedChannel with(Stack stack, String holder, String department) {
        return with(stack, holder, department, department);
    }

    /** The port of one department, looking for another. */
    static ManagedChannel with(Stack stack, String holder, String department, String expected) {
        try {
            return to(stack, department)
                    .sslContext(GrpcSslContexts.forClient()
                            .keyManager(file(stack, holder), file(stack, holder))
                            .trustManager(file(stack, "authority"))
                            .build())
                    .overrideAuthority(expected)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts whom it should and shows no certificate. */
    static ManagedChannel withoutCertificate(Stack stack, String department) {
        try {
            return to(stack, department)
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(file(stack, "authority"))
                            .build())
                    .overrideAuthority(department)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    static ManagedChannel inTheClear(Stack stack, String department) {
        return to(stack, department).usePlaintext().build();
    }

    private static NettyChannelBuilder to(Stack stack, String department) {
        return NettyChannelBuilder.forAddress("127.0.0.1", stack.port(department.toUpperCase(Locale.ROOT) + "_GRPC"));
    }

    private static File file(Stack stack, String name) {
        return stack.home().resolve("keys/tls/" + name + ".pem").toFile();
    }
}
