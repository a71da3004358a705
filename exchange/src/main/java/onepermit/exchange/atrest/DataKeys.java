package onepermit.exchange.atrest;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The data keys of a department, each wrapped in its database and open in memory. The newest seals; all of them open. */
final class DataKeys {
    private static final Logger LOG = LoggerFactory.getLogger(DataKeys.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final KeyManagement masters;
    private final Algorithm algorithm;
    private final Map<Integer, DataKey> open = new ConcurrentHashMap<>();
    private volatile DataKey newest;

    /** @param algorithm of new keys; where the newest is of another one, a new one is made */
    DataKeys(JdbcClient jdbc, TransactionOperations transaction, KeyManagement masters, Algorithm algorithm) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.masters = masters;
        this.algorithm = algorithm;
        this.newest = Objects.requireNonNull(transaction.execute(status -> newestOrMade()));
    }

    DataKey newest() {
        return newest;
    }

    /** One that another process has made since is looked up. */
    DataKey of(int number) {
        return open.computeIfAbsent(number, this::unwrapped);
    }

    /** Makes a new data key, under which everything is sealed from now on. */
    void replace() {
        newest = Objects.requireNonNull(transaction.execute(status -> {
            lock();
            return made();
        }));
    }

    /**
     * Wraps what is wrapped under another than the current master key anew; fields stay as they are. Takes up what another process has made.
     *
     * @return how many data keys were wrapped anew
     */
    int wrapAnew() {
        String current = masters.current();
        Integer wrapped = transaction.execute(status -> {
            lock();
            return jdbc.sql("SELECT number, master, wrapped FROM data_key WHERE master <> ?")
                    .param(current)
                    .query((row, n) -> wrapAnew(row.getInt(1), row.getString(2), row.getBytes(3), current))
                    .list()
                    .size();
        });
        newest = jdbc.sql("SELECT max(number) FROM data_key")
                .query((row, n) -> of(row.getInt(1)))
                .single();
        return wrapped == null ? 0 : wrapped;
    }

    private int wrapAnew(int number, String before, byte[] wrapped, String master) {
        byte[] again = masters.wrap(master, masters.unwrap(before, wrapped));
        int changed = jdbc.sql("UPDATE data_key SET master = ?, wrapped = ? WHERE number = ?")
                .params(master, again, number)
                .update();
        LOG.info("at_rest.wrapped_anew data_key={} master={} before={}", number, master, before);
        return changed;
    }

    private DataKey newestOrMade() {
        lock();
        return jdbc.sql(
                        "SELECT max(number) FROM data_key WHERE number = (SELECT max(number) FROM data_key) AND algorithm = ?")
                .param(algorithm.name())
                .query((row, n) -> row.getInt(1))
                .optional()
                .filter(number -> number > 0)
                .map(this::of)
                .orElseGet(this::made);
    }

    /** One process at a time makes keys and wraps them; reading them waits for nobody. */
    private void lock() {
        jdbc.sql("LOCK TABLE data_key IN SHARE ROW EXCLUSIVE MODE").update();
    }

    private DataKey made() {
        byte[] key = new byte[algorithm.keyLength()];
        new SecureRandom().nextBytes(key);
        String master = masters.current();
        int number = jdbc.sql("""
                INSERT INTO data_key (number, algorithm, master, wrapped)
                SELECT coalesce(max(number), 0) + 1, ?, ?, ? FROM data_key RETURNING number""")
                .params(algorithm.name(), master, masters.wrap(master, key))
                .query(Integer.class)
                .single();
        LOG.info("at_rest.data_key number={} algorithm={} master={}", number, algorithm, master);
        return new DataKey(number, algorithm, algorithm.key(key));
    }

    private DataKey unwrapped(int number) {
        return jdbc.sql("SELECT algorithm, master, wrapped FROM data_key WHERE number = ?")
                .param(number)
                .query((row, n) -> {
                    Algorithm its = Algorithm.valueOf(row.getString(1));
                    return new DataKey(number, its, its.key(masters.unwrap(row.getString(2), row.getBytes(3))));
                })
                .optional()
                .orElseThrow(() -> new KeyUnavailable("data key " + number + " is not in this database"));
    }
}
