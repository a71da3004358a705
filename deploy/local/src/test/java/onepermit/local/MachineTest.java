package onepermit.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MachineTest {
    private static final Path FOLDER = Path.of("/srv/state");

    @Test
    void two_gibibytes_are_enough() {
        assertThatCode(() -> Machine.requireSpace(FOLDER, 2L << 30)).doesNotThrowAnyException();
    }

    @Test
    void a_full_disk_is_told_in_one_sentence() {
        assertThatThrownBy(() -> Machine.requireSpace(FOLDER, 300L << 20))
                .isInstanceOf(Trouble.class)
                .hasMessage(
                        "Only 300 MiB are free where /srv/state lies and 2048 MiB are needed: free some space, or set ONEPERMIT_HOME to a folder on another disk.");
    }
}
