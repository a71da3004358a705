package onepermit.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private MasterKeys keys = new MasterKeys(new Home(Path.of("")), new SecureRandom());

    @BeforeEach
    void make() {
        Home home = new Home(folder.resolve("home")).prepare();
        file = home.keys().resolve("at-rest-health.keys");
        keys = new MasterKeys(home, new SecureRandom());
        keys.make();
    }

    @Test
    void they_are_made_once_for_each_department_and_are_the_owners_alone() throws IOException {
        String first = Files.readString(file);

        keys.make();

        assertThat(file).content().isEqualTo(first).matches("1 [0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_rotation_adds_one_and_takes_none_away() throws IOException {
        String first = Files.readString(file);

        assertThat(keys.rotate()).containsExactly("permit 2", "education 2", "social 2", "health 2");
        keys.rotate();

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3).doesNotHaveDuplicates();
        assertThat(lines.getFirst()).isEqualTo(first.strip());
        assertThat(lines.getLast()).startsWith("3 ");
    }
}
