package onepermit.social.transfer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.transfer.PensionTransfer;
import onepermit.social.transfer.Transfers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transfers in PostgreSQL. */
@Repository
class TransferTable implements Transfers {
    private static final String COLUMNS = """
            SELECT id, person, from_place, to_place, requested_on, answered_on, handed_over_on, closed_on, due_on, decision, version
            FROM pension_transfer""";

    private final JdbcClient jdbc;

    TransferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(PensionTransfer transfer) {
        jdbc.sql("""
                INSERT INTO pension_transfer (id, person, from_place, to_place, requested_on, answered_on, handed_over_on,
                    closed_on, due_on, decision, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET answered_on = excluded.answered_on, handed_over_on = excluded.handed_over_on,
                    closed_on = excluded.closed_on, due_on = excluded.due_on, version = excluded.version""")
                .param(transfer.id())
                .param(transfer.person().bytes())
                .param(transfer.from().value())
                .param(transfer.to().value())
                .param(transfer.requestedOn())
                .param(done(transfer, 0))
                .param(done(transfer, 1))
                .param(done(transfer, 2))
                .param(transfer.dueOn().orElse(null))
                .param(transfer.decision())
                .param(transfer.version())
                .update();
    }

    @Override
    public Optional<PensionTransfer> find(String id) {
        return jdbc.sql(COLUMNS + " WHERE id = ?")
                .param(id)
                .query(TransferTable::transfer)
                .optional();
    }

    @Override
    public List<PensionTransfer> of(PersonKey person) {
        return jdbc.sql(COLUMNS + " WHERE person = ? ORDER BY closed_on DESC NULLS FIRST, requested_on DESC, id")
                .param(person.bytes())
                .query(TransferTable::transfer)
                .list();
    }

    private static @Nullable LocalDate done(PensionTransfer transfer, int step) {
        return transfer.doneOn().size() > step ? transfer.doneOn().get(step) : null;
    }

    private static PensionTransfer transfer(ResultSet row, int number) throws SQLException {
        return new PensionTransfer(
                row.getString(1),
                PersonKey.of(row.getBytes(2)),
                new DivisionCode(row.getString(3)),
                new DivisionCode(row.getString(4)),
                row.getObject(5, LocalDate.class),
                Stream.of(
                                Optional.ofNullable(row.getObject(6, LocalDate.class)),
                                Optional.ofNullable(row.getObject(7, LocalDate.class)),
                                Optional.ofNullable(row.getObject(8, LocalDate.class)))
                        .flatMap(Optional::stream)
                        .toList(),
                Optional.ofNullable(row.getObject(9, LocalDate.class)),
                row.getString(10),
                row.getLong(11));
    }
}
