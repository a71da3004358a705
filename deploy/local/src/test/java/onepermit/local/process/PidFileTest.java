package onepermit.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_living_process_is_found_again() {
        PidFile file = file();

        file.remember(ProcessHandle.current());

        assertThat(file.running()).contains(ProcessHandle.current());
    }

    @Test
    void a_pid_that_was_given_to_another_program_is_nobody() throws IOException {
        PidFile file = file();

        Files.writeString(file.file(), ProcessHandle.current().pid() + " 2020-01-01T00:00:00Z\n");

        assertThat(file.running()).isEmpty();
    }

    @Test
    void a_missing_or_damaged_file_is_nobody() throws IOException {
        assertThat(file().running()).isEmpty();
        for (String damaged : List.of("", "x", "12", "x 2020-01-01T00:00:00Z", "1 yesterday")) {
            Files.writeString(file().file(), damaged);
            assertThat(file().running()).isEmpty();
        }
    }

    @Test
    void a_process_in_the_background_survives_an_interrupt_and_ends_when_told() throws IOException {
        Path log = folder.resolve("sleep.log");
        ProcessHandle process = Launch.inBackground(List.of("sleep", "300"), Map.of(), log);
        assertThat(Await.until(
                        Duration.ofSeconds(10),
                        () -> process.info().command().orElse("").endsWith("sleep")))
                .isTrue();

        Launch.toEnd(List.of("kill", "-INT", "" + process.pid()), Map.of(), log);

        assertThat(process.isAlive()).isTrue();
        assertThat(Await.end(process, Duration.ofSeconds(10))).isTrue();
        assertThat(process.isAlive()).isFalse();
    }

    private PidFile file() {
        return new PidFile(folder.resolve("some.pid"));
    }
}
