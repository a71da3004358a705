package onepermit.exchange.atrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.TestDatabase;
import onepermit.exchange.testing.TestInfrastructure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Names in a real database, sealed under keys of a key management that lives in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedColumnTest {
    private static final String NAME = "欧阳晓燕";

    private final TestDatabase database = TestInfrastructure.database().migrated("classpath:db/exchange");
    private final HikariDataSource source = database.dataSource(4);
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    private final MastersInMemory masters = new MastersInMemory();

    SealedColumnTest() {
        jdbc.sql("CREATE TABLE person_name (person text PRIMARY KEY, name bytea)")
                .update();
    }

    @AfterAll
    void close() {
        source.close();
    }

    @Test
    void a_field_opens_in_its_own_row_and_column_alone_and_never_if_it_was_altered() {
        SealedColumns columns = new SealedColumns(keys(Algorithm.AES_256_GCM));
        SealedColumn names = columns.column("person_name", "name", "person");
        byte[] sealed = names.seal("a", NAME);

        assertThat(names.open("a", sealed)).isEqualTo(NAME);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("欧");
        assertThat(names.seal("a", NAME)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> names.open("b", sealed)).isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(
                        () -> columns.column("person_name", "alias", "person").open("a", sealed))
                .isInstanceOf(KeyUnavailable.class);
        for (int i = 1; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> names.open("a", altered)).isInstanceOf(KeyUnavailable.class);
        }
        assertThatThrownBy(() -> names.open("a", Arrays.copyOf(sealed, 10))).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void what_was_in_the_clear_or_under_an_older_key_is_sealed_anew_while_it_is_read() {
        jdbc.sql(
                        "INSERT INTO person_name SELECT n::text, convert_to('name ' || n, 'UTF8') FROM generate_series(1, 3000) n")
                .update();
        DataKeys keys = keys(Algorithm.AES_256_GCM);
        SealedColumns columns = new SealedColumns(keys);
        SealedColumn names = columns.column("person_name", "name", "person");
        assertThat(names.open("7", stored("7"))).isEqualTo("name 7");

        sealAnew(keys, columns);
        assertThat(inTheClear()).isZero();
        byte[] first = stored("7");
        keys.replace();
        sealAnew(keys, columns);

        assertThat(stored("7")).isNotEqualTo(first);
        assertThat(names.open("7", stored("7"))).isEqualTo("name 7");
        assertThat(names.open("7", first)).isEqualTo("name 7");
        assertThat(jdbc.sql("SELECT count(DISTINCT substr(name, 1, 6)) FROM person_name")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("DELETE FROM person_name").update();
    }

    @Test
    void a_new_master_key_wraps_the_data_keys_anew_and_touches_no_field() {
        DataKeys keys = keys(Algorithm.AES_256_GCM);
        SealedColumn names = new SealedColumns(keys).column("person_name", "name", "person");
        byte[] sealed = names.seal("a", NAME);
        masters.add();

        assertThat(keys.wrapAnew()).isPositive();

        masters.forgetAllButLast();
        assertThat(keys.wrapAnew()).isZero();
        SealedColumn afterRestart =
                new SealedColumns(keys(Algorithm.AES_256_GCM)).column("person_name", "name", "person");
        assertThat(afterRestart.open("a", sealed)).isEqualTo(NAME);
    }

    @Test
    void sm4_is_chosen_by_a_setting_and_what_aes_has_sealed_still_opens() {
        SealedColumn aes = new SealedColumns(keys(Algorithm.AES_256_GCM)).column("person_name", "name", "person");
        byte[] before = aes.seal("a", NAME);

        SealedColumn sm4 = new SealedColumns(keys(Algorithm.named("sm4-gcm"))).column("person_name", "name", "person");

        byte[] sealed = sm4.seal("a", NAME);
        assertThat(sm4.open("a", sealed)).isEqualTo(NAME);
        assertThat(sm4.open("a", before)).isEqualTo(NAME);
        assertThat(aes.open("a", sealed))
                .as("the other instance looks the new key up")
                .isEqualTo(NAME);
    }

    private DataKeys keys(Algorithm algorithm) {
        return new DataKeys(jdbc, transaction, masters, algorithm);
    }

    private void sealAnew(DataKeys keys, SealedColumns columns) {
        SealingAnew loop = new SealingAnew(jdbc, transaction, keys, columns, Duration.ofMillis(50));
        loop.start();
        byte[] newest = SealedColumn.beginning(keys.newest());
        Await.until(
                "all is sealed under the newest key",
                () -> jdbc.sql("SELECT count(*) FROM person_name WHERE substr(name, 1, 6) <> ?")
                                .param(newest)
                                .query(Long.class)
                                .single()
                        == 0);
        loop.stop();
    }

    private byte[] stored(String person) {
        return jdbc.sql("SELECT name FROM person_name WHERE person = ?")
                .param(person)
                .query(byte[].class)
                .single();
    }

    private long inTheClear() {
        return jdbc.sql("SELECT count(*) FROM person_name WHERE position(convert_to('name', 'UTF8') IN name) > 0")
                .query(Long.class)
                .single();
    }

    /** Master keys of one byte, which are added to what they wrap: enough to tell one from another. */
    private static final class MastersInMemory implements KeyManagement {
        private volatile Map<String, Byte> keys = Map.of("1", (byte) 1);

        void add() {
            Map<String, Byte> more = new LinkedHashMap<>(keys);
            more.put(Integer.toString(Integer.parseInt(current()) + 1), (byte) (more.size() + 1));
            keys = more;
        }

        void forgetAllButLast() {
            String last = current();
            keys = Map.of(last, Objects.requireNonNull(keys.get(last)));
        }

        @Override
        public String current() {
            return keys.keySet().stream()
                    .max(Comparator.comparing(Integer::parseInt))
                    .orElseThrow();
        }

        @Override
        public byte[] wrap(String masterKey, byte[] dataKey) {
            return added(masterKey, dataKey, 1);
        }

        @Override
        public byte[] unwrap(String masterKey, byte[] wrapped) {
            return added(masterKey, wrapped, -1);
        }

        private byte[] added(String masterKey, byte[] bytes, int sign) {
            Byte key = keys.get(masterKey);
            if (key == null) {
                throw new KeyUnavailable("master key " + masterKey + " is gone");
            }
            byte[] sum = bytes.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (byte) (sign * key);
            }
            return sum;
        }
    }
}
