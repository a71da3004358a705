package onepermit.education.roll.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onepermit.education.roll.RollEntry;
import onepermit.education.roll.RollEvent;
import onepermit.education.roll.RollLine;
import onepermit.education.roll.RollPublication;
import onepermit.education.roll.Rolls;
import onepermit.education.school.School;
import onepermit.education.school.Schools;
import onepermit.education.school.Stage;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The department's file of the roll. */
@Component
class RollFile implements ImportKind<RollFileLine> {
    private final PersonKeys keys;
    private final Schools schools;
    private final Rolls rolls;
    private final RollPublication publication;

    RollFile(PersonKeys keys, Schools schools, Rolls rolls, RollPublication publication) {
        this.keys = keys;
        this.schools = schools;
        this.rolls = rolls;
        this.publication = publication;
    }

    @Override
    public String name() {
        return "roll";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "18 characters, GB 11643-1999"),
                Column.required("school", "学校代码", "code of a school already loaded"),
                Column.required("stage", "学段", "PRIMARY 小学, JUNIOR 初中, SENIOR 高中, VOCATIONAL 中职, UNIVERSITY 大学"),
                Column.required("from", "起始日期", "YYYY-MM-DD"),
                Column.optional("to", "截止日期", "YYYY-MM-DD; empty = on the roll"));
    }

    @Override
    public RollFileLine read(Row row) {
        LocalDate from = row.date("from");
        LocalDate to = row.dateIfAny("to").orElse(null);
        if (to != null && to.isBefore(from)) {
            throw row.refused("to", "PERIOD_ORDER", to + " is before " + from + "; expected that day or later");
        }
        return new RollFileLine(
                keys.of(row.citizenId("citizen_id")),
                row.text("school"),
                row.code("stage", Stage.WORDS),
                from,
                to,
                row.refused("school", "SCHOOL_UNKNOWN", "no school has this code; load the file of schools first"));
    }

    @Override
    @Transactional
    public void store(List<RollFileLine> batch) {
        List<PersonKey> pupils =
                batch.stream().map(RollFileLine::pupil).distinct().toList();
        publication.lock(pupils);
        Map<String, School> known =
                schools.findAll(batch.stream().map(RollFileLine::school).collect(Collectors.toSet()));
        rolls.store(batch.stream().map(line -> line(line, known)).toList());
        publication.publish(RollEvent.ROLL_LOADED, rolls.ofAll(pupils).values());
    }

    private static RollLine line(RollFileLine line, Map<String, School> known) {
        School school = known.get(line.school());
        if (school == null) {
            throw line.schoolUnknown();
        }
        return new RollLine(
                line.pupil(), new RollEntry(line.school(), school.division(), line.stage(), line.from(), line.to()));
    }
}
