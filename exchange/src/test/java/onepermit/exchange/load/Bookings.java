package onepermit.exchange.load;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A kind of file over a real table; says which batches it was given. */
final class Bookings implements ImportKind<Booking> {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    final List<Integer> batches = new ArrayList<>();
    Runnable beforeStore = () -> {};

    Bookings(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        jdbc.execute("""
                CREATE TABLE IF NOT EXISTS booking (
                  person text NOT NULL, booked_on date NOT NULL, name text NOT NULL, division text NOT NULL,
                  amount bigint NOT NULL CHECK (amount <> 13), PRIMARY KEY (person, booked_on))
                """);
    }

    @Override
    public String name() {
        return "booking";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "GB 11643-1999"),
                Column.required("name", "姓名", "as on the ID card"),
                Column.required("division", "行政区划", "GB/T 2260"),
                Column.required("on", "日期", "YYYY-MM-DD"),
                Column.optional("amount", "金额", "0 to 1000000"));
    }

    @Override
    public Booking read(Row row) {
        return new Booking(
                row.citizenId("citizen_id").value(),
                row.text("name"),
                row.division("division").value(),
                row.pastDate("on"),
                row.integerIfAny("amount", 0, 1_000_000).orElse(1L));
    }

    @Override
    public void store(List<Booking> batch) {
        beforeStore.run();
        batches.add(batch.size());
        transaction.executeWithoutResult(status -> {
            for (Booking booking : batch) {
                if (booking.amount() == 7) {
                    throw new RefusalException(Refusal.invalid("AMOUNT_TAKEN", "amount", "7 is taken"));
                }
            }
            insert(batch);
        });
    }

    private void insert(List<Booking> batch) {
        jdbc.batchUpdate("""
                INSERT INTO booking (person, booked_on, name, division, amount) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, batch, batch.size(), (insert, booking) -> {
            insert.setString(1, booking.person());
            insert.setObject(2, booking.on());
            insert.setString(3, booking.name());
            insert.setString(4, booking.division());
            insert.setLong(5, booking.amount());
        });
    }

    long stored() {
        Long count = jdbc.queryForObject("SELECT count(*) FROM booking", Long.class);
        return count == null ? 0 : count;
    }

    List<String> names() {
        return jdbc.queryForList("SELECT name FROM booking ORDER BY person, booked_on", String.class);
    }

    void clear() {
        jdbc.execute("TRUNCATE booking");
    }
}
