package onepermit.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnePermitTest {
    @TempDir
    private Path folder;

    @Test
    void a_wrong_option_is_told_before_anything_starts() {
        assertThat(OnePermit.run(home(), "up", "--frseh")).isEqualTo(2);
        assertThat(OnePermit.run(home(), "upp")).isEqualTo(2);
        assertThat(OnePermit.run(home(), "up", "--residents", "many")).isEqualTo(2);
        assertThat(OnePermit.run(home(), "up", "--residents", "-1")).isEqualTo(1);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void a_wrong_port_is_told_before_anything_starts() {
        assertThat(OnePermit.run(Map.of("ONEPERMIT_PORT_KAFKA", "many"), "status"))
                .isEqualTo(1);
    }

    @Test
    void nothing_to_stop_is_no_failure() {
        assertThat(OnePermit.run(home(), "down")).isZero();
    }

    private Map<String, String> home() {
        return Map.of("ONEPERMIT_HOME", folder.resolve("home").toString());
    }
}
