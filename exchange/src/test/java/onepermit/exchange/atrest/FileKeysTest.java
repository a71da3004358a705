package onepermit.exchange.atrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of a key management, kept by the one of files. */
class FileKeysTest {
    private static final byte[] DATA_KEY = "32 bytes that are a key of data.".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void what_is_wrapped_opens_under_its_master_key_alone() throws IOException {
        KeyManagement keys = keys("1 " + "11".repeat(32) + "\n2 " + "22".repeat(32) + "\n");

        byte[] wrapped = keys.wrap("1", DATA_KEY);

        assertThat(keys.current()).isEqualTo("2");
        assertThat(wrapped).isNotEqualTo(keys.wrap("1", DATA_KEY)).hasSize(12 + 32 + 16);
        assertThat(keys.unwrap("1", wrapped)).isEqualTo(DATA_KEY);
        assertThatThrownBy(() -> keys.unwrap("2", wrapped)).isInstanceOf(KeyUnavailable.class);
        wrapped[20] ^= 1;
        assertThatThrownBy(() -> keys.unwrap("1", wrapped)).isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(() -> keys.unwrap("3", wrapped)).hasMessageContaining("master key '3' is not in");
    }

    @Test
    void a_line_more_is_taken_up_while_the_process_runs() throws IOException {
        KeyManagement keys = keys("1 " + "11".repeat(32) + "\n");
        assertThat(keys.current()).isEqualTo("1");

        write("1 " + "11".repeat(32) + "\n2 " + "22".repeat(32) + "\n", Instant.ofEpochSecond(1_900_000_000));

        assertThat(keys.current()).isEqualTo("2");
    }

    @Test
    void a_file_that_is_missing_or_damaged_stops_the_start_and_shows_no_key() {
        assertThatThrownBy(() -> new FileKeys(folder.resolve("none.keys"))).hasMessageContaining("none.keys");
        for (String damaged : new String[] {"", "1\n", "1 abc\n", "1 " + "11".repeat(31) + "\n"}) {
            assertThatThrownBy(() -> keys(damaged))
                    .isInstanceOf(KeyUnavailable.class)
                    .hasMessageNotContaining("1111");
        }
    }

    private KeyManagement keys(String text) throws IOException {
        write(text, Instant.ofEpochSecond(1_800_000_000));
        return new FileKeys(folder.resolve("test.keys"));
    }

    private void write(String text, Instant changed) throws IOException {
        Path file = folder.resolve("test.keys");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }
}
