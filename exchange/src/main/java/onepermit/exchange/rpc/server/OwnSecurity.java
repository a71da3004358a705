package onepermit.exchange.rpc.server;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Leaves out Boot's security of gRPC: callers are checked by the house's own step, which sees forwarded calls too. */
public final class OwnSecurity implements AutoConfigurationImportFilter {
    private static final String BOOT = "org.springframework.boot.grpc.server.autoconfigure.security.";

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] taken = new boolean[configurations.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = !Objects.requireNonNullElse(configurations[i], "").startsWith(BOOT);
        }
        return taken;
    }
}
