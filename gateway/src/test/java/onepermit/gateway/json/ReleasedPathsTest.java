package onepermit.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onepermit.gateway.edge.Contracts;
import org.junit.jupiter.api.Test;

/** What callers over HTTP rely on and the comparison of the contracts does not see: the path of each method. */
class ReleasedPathsTest {
    private static final Path RELEASED = Path.of("../proto/released/contracts.binpb");

    @Test
    void every_released_path_is_still_served_by_its_method() throws IOException {
        try (var released = Files.newInputStream(RELEASED)) {
            assertThat(paths(Contracts.load())).containsAll(paths(Contracts.read(released)));
        }
    }

    private static List<String> paths(Contracts contracts) {
        return new HttpBindings(contracts)
                .all().stream()
                        .map(binding -> binding.verb() + " " + binding.path() + " "
                                + binding.method().getFullMethodName())
                        .toList();
    }
}
