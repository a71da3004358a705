package onepermit.exchange.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.Set;

/** Which packages are adapters: technology below a feature's root. */
final class Adapters {
    private static final Set<String> NAMES = Set.of("store", "publish", "project", "grpc", "load");
    static final String[] ADAPTERS =
            NAMES.stream().sorted().map(name -> "onepermit.*.." + name).toArray(String[]::new);

    private Adapters() {}

    static DescribedPredicate<Dependency> importAnotherAdapter() {
        return DescribedPredicate.describe(
                "import another adapter",
                dependency -> adapter(dependency.getTargetClass())
                        .filter(target -> !Optional.of(target).equals(adapter(dependency.getOriginClass())))
                        .isPresent());
    }

    private static Optional<String> adapter(JavaClass type) {
        String name = type.getPackageName();
        boolean ours = name.startsWith("onepermit.") && !name.startsWith("onepermit.exchange.");
        return ours && NAMES.contains(name.substring(name.lastIndexOf('.') + 1)) ? Optional.of(name) : Optional.empty();
    }
}
