package onepermit.permit.station.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.station.Appointment;
import onepermit.permit.station.Channel;
import onepermit.permit.station.Station;
import onepermit.permit.station.Stations;
import onepermit.permit.station.Ticket;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StationTable implements Stations {
    private final JdbcClient database;
    private final AppointmentTable appointments;

    StationTable(JdbcClient database, AppointmentTable appointments) {
        this.database = database;
        this.appointments = appointments;
    }

    @Override
    public Optional<Station> find(String code) {
        return database.sql("SELECT * FROM station WHERE code = ?")
                .param(code)
                .query(StationTable::station)
                .optional();
    }

    @Override
    public List<Station> in(DivisionCode division) {
        return database.sql("SELECT * FROM station ORDER BY code").query(StationTable::station).list().stream()
                .filter(station -> division.contains(station.division()))
                .toList();
    }

    @Override
    public void record(Collection<Station> stations) {
        stations.forEach(station -> {
            Station.Place place = station.place();
            database.sql("""
                            INSERT INTO station (code, name, division, channel, windows, daily_quota, morning_numbers, every_day,
                                longitude, latitude)
                            VALUES (:code, :name, :division, :channel, :windows, :quota, :morning, :everyDay, :longitude, :latitude)
                            ON CONFLICT (code) DO UPDATE SET name = excluded.name, division = excluded.division,
                                channel = excluded.channel, windows = excluded.windows, daily_quota = excluded.daily_quota,
                                morning_numbers = excluded.morning_numbers, every_day = excluded.every_day,
                                longitude = excluded.longitude, latitude = excluded.latitude""")
                    .param("code", station.code())
                    .param("name", station.name())
                    .param("division", station.division().value())
                    .param("channel", station.channel().name())
                    .param("windows", station.windows())
                    .param("quota", station.dailyQuota())
                    .param("morning", station.morningNumbers())
                    .param("everyDay", station.everyDay())
                    .param("longitude", place == null ? null : place.longitude())
                    .param("latitude", place == null ? null : place.latitude())
                    .update();
        });
    }

    @Override
    public Map<String, Integer> booked(LocalDate day, Collection<String> stations) {
        Map<String, Integer> booked = new HashMap<>();
        database.sql("SELECT station, booked FROM station_day WHERE day = ? AND station = ANY (?)")
                .params(day, stations.toArray(String[]::new))
                .query((RowCallbackHandler) row -> booked.put(row.getString(1), row.getInt(2)));
        return booked;
    }

    /** The row of the day is locked by the update: of two who want the last place one finds it taken. */
    @Override
    public boolean take(Station station, LocalDate day) {
        day(station, day);
        return database.sql("""
                                UPDATE station_day SET booked = booked + 1 WHERE station = ? AND day = ? AND booked < ?""")
                        .params(station.code(), day, station.dailyQuota())
                        .update()
                == 1;
    }

    @Override
    public void giveBack(Appointment appointment) {
        appointments.cancel(appointment.id());
        database.sql("UPDATE station_day SET booked = booked - 1 WHERE station = ? AND day = ?")
                .params(appointment.station(), appointment.day())
                .update();
    }

    @Override
    public Ticket number(Station station, LocalDate day) {
        day(station, day);
        return database.sql("""
                        UPDATE station_day SET given = given + 1 WHERE station = ? AND day = ?
                        RETURNING given, given - called - 1""")
                .params(station.code(), day)
                .query(StationTable::ticket)
                .single();
    }

    @Override
    public Optional<Ticket> next(Station station, LocalDate day) {
        return database.sql("""
                        UPDATE station_day SET called = called + 1 WHERE station = ? AND day = ? AND called < given
                        RETURNING called, given - called""")
                .params(station.code(), day)
                .query(StationTable::ticket)
                .optional();
    }

    @Override
    public Appointment add(PersonKey person, Station station, LocalDate day, boolean homeVisit) {
        return appointments.add(person, station, day, homeVisit);
    }

    @Override
    public Optional<Appointment> appointment(PersonKey person, String id) {
        return appointments.find(person, id);
    }

    @Override
    public Optional<Appointment> openOf(PersonKey person, LocalDate from) {
        return appointments.openOf(person, from);
    }

    private void day(Station station, LocalDate day) {
        database.sql("INSERT INTO station_day (station, day) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(station.code(), day)
                .update();
    }

    private static Ticket ticket(ResultSet row, int number) throws SQLException {
        return new Ticket(row.getInt(1), row.getInt(2));
    }

    private static Station station(ResultSet row, int number) throws SQLException {
        Double longitude = row.getObject("longitude", Double.class);
        Double latitude = row.getObject("latitude", Double.class);
        return new Station(
                row.getString("code"),
                row.getString("name"),
                new DivisionCode(row.getString("division")),
                Channel.valueOf(row.getString("channel")),
                row.getInt("windows"),
                row.getInt("daily_quota"),
                row.getInt("morning_numbers"),
                row.getBoolean("every_day"),
                longitude == null || latitude == null ? null : new Station.Place(longitude, latitude));
    }
}
