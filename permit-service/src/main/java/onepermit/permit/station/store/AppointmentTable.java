package onepermit.permit.station.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.station.Appointment;
import onepermit.permit.station.Station;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appointments; cancelled ones stay. */
@Component
class AppointmentTable {
    private final JdbcClient database;

    AppointmentTable(JdbcClient database) {
        this.database = database;
    }

    Appointment add(PersonKey person, Station station, LocalDate day, boolean homeVisit) {
        String id = database.sql("""
                        INSERT INTO appointment (id, person, station, day, home_visit)
                        VALUES (? || '-YY-' || nextval('appointment_seq'), ?, ?, ?, ?) RETURNING id""")
                .params(station.division().value(), person.bytes(), station.code(), day, homeVisit)
                .query(String.class)
                .single();
        return new Appointment(id, person, station.code(), day, homeVisit);
    }

    Optional<Appointment> find(PersonKey person, String id) {
        return database.sql("SELECT * FROM appointment WHERE person = ? AND id = ? AND NOT cancelled FOR UPDATE")
                .params(person.bytes(), id)
                .query(AppointmentTable::appointment)
                .optional();
    }

    Optional<Appointment> openOf(PersonKey person, LocalDate from) {
        return database.sql("SELECT * FROM appointment WHERE person = ? AND day >= ? AND NOT cancelled LIMIT 1")
                .params(person.bytes(), from)
                .query(AppointmentTable::appointment)
                .optional();
    }

    void cancel(String id) {
        database.sql("UPDATE appointment SET cancelled = true WHERE id = ?")
                .param(id)
                .update();
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(
                row.getString("id"),
                PersonKey.of(row.getBytes("person")),
                row.getString("station"),
                row.getObject("day", LocalDate.class),
                row.getBoolean("home_visit"));
    }
}
