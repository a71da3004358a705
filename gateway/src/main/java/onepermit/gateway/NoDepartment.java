package onepermit.gateway;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** The gateway stands on classes of the exchange, but is no department: none of the exchange's configurations apply. */
final class NoDepartment implements AutoConfigurationImportFilter {

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] taken = new boolean[configurations.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = !Objects.requireNonNullElse(configurations[i], "").startsWith("onepermit.exchange.");
        }
        return taken;
    }
}
