package onepermit.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityLoadTest {
    private static final City CITY = new City(5, 1_500);
    private ReceivingDepartments departments;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        departments = new ReceivingDepartments();
    }

    @AfterEach
    void stop() {
        departments.close();
    }

    @Test
    void what_is_streamed_is_what_the_folder_holds() throws IOException, InterruptedException {
        CityFolder.write(CITY, folder, line -> {});
        Loaded loaded = load();
        assertThat(departments.files.keySet()).hasSize(13);
        for (CityFile file : CityFiles.all().toList()) {
            byte[] written = Files.readAllBytes(folder.resolve(file.fileName()));
            byte[] streamed = Optional.ofNullable(departments.files.get(file.kind()))
                    .orElseThrow()
                    .toByteArray();
            assertThat(streamed).as(file.fileName()).isEqualTo(Arrays.copyOfRange(written, 3, written.length));
        }
        assertThat(loaded.rejected()).isZero();
        assertThat(loaded.accepted())
                .isEqualTo(departments.files.values().stream()
                        .mapToLong(file -> file.size())
                        .sum());
        assertThat(departments.tokens).containsExactly("Bearer secret");
    }

    @Test
    void a_department_that_does_not_take_a_file_ends_the_load_with_a_sentence() {
        departments.refusedKind = "dose";
        assertThatThrownBy(this::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("health does not take health-dose.csv (INVALID_ARGUMENT: no such kind here)");
    }

    private Loaded load() throws InterruptedException {
        String address = departments.address();
        Map<String, String> addresses =
                Map.of("permit", address, "social", address, "education", address, "health", address);
        return new CityLoad(CITY, addresses, () -> "secret", line -> {}).run();
    }
}
