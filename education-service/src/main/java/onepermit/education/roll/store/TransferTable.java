package onepermit.education.roll.store;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.education.roll.Transfer;
import onepermit.education.roll.Transfers;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TransferTable implements Transfers {
    private final JdbcClient jdbc;

    TransferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Transfer> of(PersonKey pupil) {
        return jdbc.sql("SELECT school, from_on FROM roll_transfer WHERE pupil = ?")
                .param(pupil.bytes())
                .query((row, number) ->
                        new Transfer(pupil, row.getString("school"), row.getObject("from_on", LocalDate.class)))
                .optional();
    }

    @Override
    public void store(Transfer transfer) {
        jdbc.sql("""
                        INSERT INTO roll_transfer (pupil, school, from_on) VALUES (?, ?, ?)
                        ON CONFLICT (pupil) DO UPDATE SET school = excluded.school, from_on = excluded.from_on""")
                .params(transfer.pupil().bytes(), transfer.school(), transfer.from())
                .update();
    }

    @Override
    public void remove(PersonKey pupil) {
        jdbc.sql("DELETE FROM roll_transfer WHERE pupil = ?")
                .param(pupil.bytes())
                .update();
    }
}
