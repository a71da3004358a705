package onepermit.exchange.agreement.keep;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.v1.SharingAgreement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The agreements about this department's datasets, by id. */
final class AgreementTable {
    private final JdbcClient jdbc;

    /** @param body without state and etag, which are told when it is read */
    record Stored(SharingAgreement body, long version) {}

    AgreementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if there is one of that id */
    boolean insert(SharingAgreement body) {
        return jdbc.sql("""
                        INSERT INTO agreement (id, consumer, version, due_on, body) VALUES (?, ?, 1, ?, ?)
                        ON CONFLICT (id) DO NOTHING""")
                        .param(1, body.getId())
                        .param(2, body.getConsumer())
                        .param(3, due(body), java.sql.Types.DATE)
                        .param(4, body.toByteArray())
                        .update()
                == 1;
    }

    Optional<Stored> find(String id) {
        return jdbc.sql("SELECT body, version FROM agreement WHERE id = ?")
                .param(id)
                .query((row, n) -> stored(row.getBytes(1), row.getLong(2)))
                .optional();
    }

    /** Locks it until the end of the transaction. */
    Optional<Stored> open(String id) {
        return jdbc.sql("SELECT body, version FROM agreement WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, n) -> stored(row.getBytes(1), row.getLong(2)))
                .optional();
    }

    Stored update(SharingAgreement body) {
        long version = jdbc.sql(
                        "UPDATE agreement SET version = version + 1, due_on = ?, body = ? WHERE id = ? RETURNING version")
                .param(1, due(body), java.sql.Types.DATE)
                .param(2, body.toByteArray())
                .param(3, body.getId())
                .query(Long.class)
                .single();
        return new Stored(body, version);
    }

    /** @param consumer empty = of all */
    List<Stored> page(String consumer, String after, int size) {
        return jdbc.sql("""
                SELECT body, version FROM agreement WHERE id > ? AND (? = '' OR consumer = ?) ORDER BY id LIMIT ?""")
                .params(after, consumer, consumer, size)
                .query((row, n) -> stored(row.getBytes(1), row.getLong(2)))
                .list();
    }

    /** Requests whose answer was due before the day. */
    long overdue(LocalDate day) {
        return jdbc.sql("SELECT count(*) FROM agreement WHERE due_on < ?")
                .param(day)
                .query(Long.class)
                .single();
    }

    private static @org.jspecify.annotations.Nullable LocalDate due(SharingAgreement body) {
        return body.hasRequest() ? LocalDate.parse(body.getRequest().getDueOn()) : null;
    }

    private static Stored stored(byte[] body, long version) {
        try {
            return new Stored(SharingAgreement.parseFrom(body), version);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a stored agreement cannot be read", e);
        }
    }
}
