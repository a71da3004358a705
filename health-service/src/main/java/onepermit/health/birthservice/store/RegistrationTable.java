package onepermit.health.birthservice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.atrest.SealedColumn;
import onepermit.exchange.atrest.SealedColumns;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.health.birthservice.Registration;
import onepermit.health.birthservice.Registration.State;
import onepermit.health.birthservice.Registrations;
import onepermit.health.birthservice.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registrations in PostgreSQL. */
@Repository
class RegistrationTable implements Registrations {
    private final JdbcClient jdbc;
    private final VerificationTable verifications;
    private final SealedColumn reasons;

    RegistrationTable(JdbcClient jdbc, VerificationTable verifications, SealedColumns sealed) {
        this.jdbc = jdbc;
        this.verifications = verifications;
        this.reasons = sealed.column("birth_service", "reason", "id");
    }

    @Override
    public Optional<Registration> find(String id) {
        return jdbc.sql("SELECT * FROM birth_service WHERE id = ?")
                .param(id)
                .query(this::registration)
                .optional();
    }

    @Override
    public Optional<Registration> ofVerification(String verification) {
        return verifications.find(verification).flatMap(asked -> find(asked.registration()));
    }

    @Override
    public boolean openOf(PersonKey wife, PersonKey husband) {
        return jdbc.sql("""
                        SELECT count(*) FROM birth_service
                        WHERE wife = ? AND husband = ? AND standing IN ('VERIFYING', 'NEEDS_REVIEW')""")
                        .params(wife.bytes(), husband.bytes())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void add(Registration registration) {
        jdbc.sql("""
                INSERT INTO birth_service (id, wife, husband, division, standing, opened_on, decided_on, version)
                VALUES (?, ?, ?, ?, ?, ?, nullif(?, '')::date, ?)""")
                .params(
                        registration.id(),
                        registration.wife().bytes(),
                        registration.husband().bytes(),
                        registration.division().value(),
                        registration.state().name(),
                        registration.openedOn(),
                        decidedOn(registration),
                        registration.version())
                .update();
        registration.verifications().forEach(verifications::add);
    }

    @Override
    public void update(Registration registration) {
        jdbc.sql("""
                UPDATE birth_service SET standing = ?, decided_on = nullif(?, '')::date, reason = ?, version = version + 1
                WHERE id = ?""")
                .params(
                        registration.state().name(),
                        decidedOn(registration),
                        reasons.seal(registration.id(), registration.reason()),
                        registration.id())
                .update();
        registration.verifications().forEach(verifications::update);
    }

    @Override
    public List<Verification> openIn(DivisionCode division, Optional<LocalDate> dueBefore, int most) {
        return verifications.openIn(division, dueBefore, most);
    }

    private static String decidedOn(Registration registration) {
        return registration.decidedOn().map(LocalDate::toString).orElse("");
    }

    private Registration registration(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        byte[] reason = row.getBytes("reason");
        return new Registration(
                id,
                PersonKey.of(row.getBytes("wife")),
                PersonKey.of(row.getBytes("husband")),
                new DivisionCode(row.getString("division")),
                State.valueOf(row.getString("standing")),
                row.getObject("opened_on", LocalDate.class),
                Optional.ofNullable(row.getObject("decided_on", LocalDate.class)),
                reason == null ? "" : reasons.open(id, reason),
                row.getLong("version"),
                verifications.of(id));
    }
}
