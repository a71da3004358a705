package onepermit.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerKeysTest {
    @TempDir
    private Path folder;

    @Test
    void the_key_of_a_further_origin_is_the_owners_alone_and_stands_in_the_policy_beside_the_first()
            throws IOException {
        Home home = new Home(folder).prepare();
        var keys = new LedgerKeys(home);
        keys.make();
        String before = Files.readString(LedgerKeys.policy(home));

        keys.another(Department.EDUCATION, 2);

        Path key = home.keys().resolve("ledger-education-2.key");
        assertThat(Files.readString(key)).matches("[0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(LedgerKeys.policy(home)))
                .matches("log onepermit/education/2\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+\n(?s:.*)")
                .endsWith(before);
    }

    @Test
    void a_key_that_may_have_signed_is_never_made_again() throws IOException {
        Home home = new Home(folder).prepare();
        var keys = new LedgerKeys(home);
        keys.make();
        keys.another(Department.HEALTH, 2);
        String policy = Files.readString(LedgerKeys.policy(home));
        String key = Files.readString(home.keys().resolve("ledger-health-2.key"));

        keys.another(Department.HEALTH, 2);

        assertThat(Files.readString(LedgerKeys.policy(home))).isEqualTo(policy);
        assertThat(Files.readString(home.keys().resolve("ledger-health-2.key"))).isEqualTo(key);
    }
}
