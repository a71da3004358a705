package onepermit.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void the_environment_says_where_the_state_is() {
        assertThat(Home.of(Map.of("ONEPERMIT_HOME", "/srv/op")).root()).isEqualTo(Path.of("/srv/op"));
    }

    @Test
    void keys_are_the_owners_alone() throws IOException {
        Home home = new Home(folder.resolve("home")).prepare();

        new Secrets(new SecureRandom()).key(home.keys().resolve("exchange.key"));

        assertThat(permissions(home.keys())).isEqualTo("rwx------");
        assertThat(permissions(home.keys().resolve("exchange.key"))).isEqualTo("rw-------");
        assertThat(home.keys().resolve("exchange.key")).content().matches("[0-9a-f]{64}\n");
    }

    @Test
    void a_secret_is_made_once() {
        Home home = new Home(folder.resolve("home")).prepare();
        Path file = home.keys().resolve("some.properties");
        var secrets = new Secrets(new SecureRandom());

        String first = secrets.named(file, List.of("permit", "health")).getProperty("permit");

        assertThat(secrets.named(file, List.of("permit", "health")).getProperty("permit"))
                .isEqualTo(first);
    }

    @Test
    void a_fresh_start_forgets_data_and_keys_but_not_the_programs() throws IOException {
        Home home = new Home(folder.resolve("home")).prepare();
        Files.createFile(home.keys().resolve("exchange.key"));
        Files.createFile(home.app().resolve("program"));

        home.wipe();

        assertThat(home.keys()).doesNotExist();
        assertThat(home.data()).doesNotExist();
        assertThat(home.app().resolve("program")).exists();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
