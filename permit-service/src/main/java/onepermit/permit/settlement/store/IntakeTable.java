package onepermit.permit.settlement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.settlement.IndicatorShare;
import onepermit.permit.settlement.SettlementIntake;
import onepermit.permit.settlement.SettlementIntake.CutOff;
import onepermit.permit.settlement.SettlementIntake.Ranked;
import onepermit.permit.settlement.SettlementIntakes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class IntakeTable implements SettlementIntakes {
    private final JdbcClient database;

    IntakeTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<SettlementIntake> find(DivisionCode city, int year) {
        return one(city, year, "");
    }

    @Override
    public Optional<SettlementIntake> findForUpdate(DivisionCode city, int year) {
        return one(city, year, " FOR UPDATE");
    }

    private Optional<SettlementIntake> one(DivisionCode city, int year, String lock) {
        return database.sql("SELECT * FROM settlement_intake WHERE city = ? AND year = ?" + lock)
                .param(city.value())
                .param(year)
                .query(IntakeTable::intake)
                .optional();
    }

    @Override
    public boolean add(SettlementIntake intake) {
        return database.sql("""
                        INSERT INTO settlement_intake (city, year, opens, closes, reckoned_on, quota, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .param(intake.city().value())
                        .param(intake.year())
                        .param(intake.opens())
                        .param(intake.closes())
                        .param(intake.reckonedOn())
                        .param(intake.quota())
                        .param(intake.version())
                        .update()
                == 1;
    }

    @Override
    public void save(SettlementIntake intake) {
        List<IndicatorShare> dominant = intake.ranked().map(Ranked::dominant).orElse(List.of());
        database.sql("""
                        UPDATE settlement_intake SET point_scale = ?, dominant = ?, dominant_percent = ?, dominant_most = ?,
                            labels = ?, cut_off = ?, cut_off_on = ?, version = ?
                        WHERE city = ? AND year = ?""")
                .param(intake.ranked().map(Ranked::pointScale).orElse(null))
                .param(dominant.stream().map(IndicatorShare::indicator).toArray(String[]::new))
                .param(dominant.stream().map(IndicatorShare::percent).toArray(Integer[]::new))
                .param(dominant.stream().map(IndicatorShare::most).toArray(Integer[]::new))
                .param(intake.ranked().map(Ranked::labels).orElse(List.of()).toArray(String[]::new))
                .param(intake.cutOff().map(CutOff::points).orElse(null))
                .param(intake.cutOff().map(CutOff::on).orElse(null))
                .param(intake.version())
                .param(intake.city().value())
                .param(intake.year())
                .update();
    }

    private static SettlementIntake intake(ResultSet row, int number) throws SQLException {
        Integer scale = row.getObject("point_scale", Integer.class);
        Integer cutOff = row.getObject("cut_off", Integer.class);
        return new SettlementIntake(
                new DivisionCode(row.getString("city")),
                row.getInt("year"),
                row.getObject("opens", LocalDate.class),
                row.getObject("closes", LocalDate.class),
                row.getObject("reckoned_on", LocalDate.class),
                row.getInt("quota"),
                scale == null
                        ? Optional.empty()
                        : Optional.of(new Ranked(scale, dominant(row), List.of(Columns.texts(row, "labels")))),
                cutOff == null
                        ? Optional.empty()
                        : Optional.of(new CutOff(cutOff, row.getObject("cut_off_on", LocalDate.class))),
                row.getLong("version"));
    }

    private static List<IndicatorShare> dominant(ResultSet row) throws SQLException {
        String[] indicators = Columns.texts(row, "dominant");
        Integer[] percents = Columns.numbers(row, "dominant_percent");
        Integer[] most = Columns.numbers(row, "dominant_most");
        List<IndicatorShare> shares = new ArrayList<>();
        for (int i = 0; i < indicators.length; i++) {
            shares.add(new IndicatorShare(indicators[i], percents[i], most[i]));
        }
        return shares;
    }
}
