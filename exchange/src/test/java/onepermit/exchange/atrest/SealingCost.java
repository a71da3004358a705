package onepermit.exchange.atrest;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import onepermit.exchange.testing.TestDatabase;
import onepermit.exchange.testing.TestInfrastructure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prints how many names a second are written to and read from a real database, in the clear and sealed, in turn in one run. Run by hand;
 * nothing is asserted.
 */
public final class SealingCost {
    private static final int ROUNDS = 4;
    private static final int ROWS = 100_000;
    private static final int BATCH = 500;
    private static final double SECOND = 1e9;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** A way to store a name, and to read it again. */
    private record Way(
            String name, BiFunction<String, String, byte[]> write, BiFunction<String, byte[], String> read) {}

    private SealingCost(HikariDataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    public static void main(String[] args) throws Exception {
        Path file = Files.createTempFile("cost-", ".keys");
        Files.writeString(file, "1 " + "11".repeat(32) + "\n");
        TestDatabase database = TestInfrastructure.database().migrated("classpath:db/exchange");
        try (HikariDataSource source = database.dataSource(2)) {
            new SealingCost(source).run(new FileKeys(file));
        } finally {
            Files.delete(file);
        }
        System.exit(0);
    }

    private void run(KeyManagement masters) {
        jdbc.sql("CREATE TABLE cost (person text PRIMARY KEY, name bytea)").update();
        List<Way> ways = List.of(
                new Way(
                        "plain",
                        (row, text) -> text.getBytes(StandardCharsets.UTF_8),
                        (row, stored) -> new String(stored, StandardCharsets.UTF_8)),
                way(masters, Algorithm.AES_256_GCM),
                way(masters, Algorithm.SM4_GCM));
        for (int round = 1; round <= ROUNDS; round++) {
            for (Way way : ways) {
                measure(round, way);
            }
        }
    }

    private Way way(KeyManagement masters, Algorithm algorithm) {
        SealedColumn column = new SealedColumn(new DataKeys(jdbc, transaction, masters, algorithm), "cost", "name");
        return new Way(algorithm.name(), column::seal, column::open);
    }

    private void measure(int round, Way way) {
        jdbc.sql("TRUNCATE cost").update();
        long began = System.nanoTime();
        for (int first = 0; first < ROWS; first += BATCH) {
            write(way, first);
        }
        long written = System.nanoTime();
        long length = 0;
        for (int first = 0; first < ROWS; first += BATCH) {
            length += read(way, first);
        }
        long read = System.nanoTime();
        Long bytes =
                jdbc.sql("SELECT pg_relation_size('cost')").query(Long.class).single();
        System.out.printf(
                "round %d %-12s %,9.0f rows/s written, %,9.0f rows/s read, %,12d bytes (%d)%n",
                round, way.name(), ROWS * SECOND / (written - began), ROWS * SECOND / (read - written), bytes, length);
    }

    private void write(Way way, int first) {
        String[] rows = rows(first);
        byte[][] names = IntStream.range(0, rows.length)
                .mapToObj(i -> way.write().apply(rows[i], "欧阳晓燕" + rows[i]))
                .toArray(byte[][]::new);
        jdbc.sql("INSERT INTO cost SELECT * FROM unnest(?::text[], ?::bytea[])")
                .param(rows)
                .param(names)
                .update();
    }

    private long read(Way way, int first) {
        return jdbc
                .sql("SELECT person, name FROM cost WHERE person = ANY (?::text[])")
                .param(rows(first))
                .query((row, n) -> way.read().apply(row.getString(1), row.getBytes(2)))
                .list()
                .stream()
                .mapToLong(String::length)
                .sum();
    }

    private static String[] rows(int first) {
        return IntStream.range(first, first + BATCH)
                .mapToObj("%034d"::formatted)
                .toArray(String[]::new);
    }
}
