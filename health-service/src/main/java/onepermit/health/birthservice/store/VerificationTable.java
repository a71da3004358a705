package onepermit.health.birthservice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.atrest.SealedColumn;
import onepermit.exchange.atrest.SealedColumns;
import onepermit.exchange.identity.DivisionCode;
import onepermit.health.birthservice.Spouse;
import onepermit.health.birthservice.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What hukou places are asked, in PostgreSQL. */
@Repository
class VerificationTable {
    private static final String NEVER = "9999-12-31";

    private final JdbcClient jdbc;
    private final SealedColumn remarks;

    VerificationTable(JdbcClient jdbc, SealedColumns sealed) {
        this.jdbc = jdbc;
        this.remarks = sealed.column("birth_service_verification", "remark", "id");
    }

    Optional<Verification> find(String id) {
        return jdbc.sql("SELECT * FROM birth_service_verification WHERE id = ?")
                .param(id)
                .query(this::verification)
                .optional();
    }

    List<Verification> of(String registration) {
        return jdbc.sql("SELECT * FROM birth_service_verification WHERE registration = ? ORDER BY spouse DESC")
                .param(registration)
                .query(this::verification)
                .list();
    }

    void add(Verification asked) {
        jdbc.sql("""
                INSERT INTO birth_service_verification (id, registration, spouse, division, ask_by, answer_by, standing)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        asked.id(),
                        asked.registration(),
                        asked.spouse().name(),
                        asked.division().value(),
                        asked.askBy(),
                        asked.answerBy(),
                        asked.standing().name())
                .update();
    }

    void update(Verification asked) {
        jdbc.sql("UPDATE birth_service_verification SET standing = ?, remark = ? WHERE id = ?")
                .params(asked.standing().name(), remarks.seal(asked.id(), asked.remark()), asked.id())
                .update();
    }

    List<Verification> openIn(DivisionCode division, Optional<LocalDate> dueBefore, int most) {
        return jdbc.sql("""
                SELECT * FROM birth_service_verification
                WHERE standing = 'OPEN' AND starts_with(division, ?) AND answer_by < ?::date ORDER BY answer_by, id LIMIT ?""")
                .params(division.prefix(), dueBefore.map(LocalDate::toString).orElse(NEVER), most)
                .query(this::verification)
                .list();
    }

    private Verification verification(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        byte[] remark = row.getBytes("remark");
        return new Verification(
                id,
                row.getString("registration"),
                Spouse.valueOf(row.getString("spouse")),
                new DivisionCode(row.getString("division")),
                row.getObject("ask_by", LocalDate.class),
                row.getObject("answer_by", LocalDate.class),
                Verification.Standing.valueOf(row.getString("standing")),
                remark == null ? "" : remarks.open(id, remark));
    }
}
