package onepermit.education.school.load;

import java.util.List;
import java.util.regex.Pattern;
import onepermit.education.school.School;
import onepermit.education.school.Schools;
import onepermit.education.school.Stage;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The department's file of schools. */
@Component
class SchoolFile implements ImportKind<School> {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final int MOST_SEATS = 100_000;

    private final Schools schools;

    SchoolFile(Schools schools) {
        this.schools = schools;
    }

    @Override
    public String name() {
        return "school";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "学校代码", "1 to 40 letters, digits or -"),
                Column.required("name", "学校名称", "text"),
                Column.required("division", "所在地", "division, GB/T 2260"),
                Column.required("stage", "学段", "PRIMARY 小学, JUNIOR 初中, SENIOR 高中, VOCATIONAL 中职, UNIVERSITY 大学"),
                Column.required("seats", "学位数", "0 to " + MOST_SEATS),
                Column.optional("public", "公办", "true | false; empty = not told"));
    }

    @Override
    public School read(Row row) {
        return new School(
                code(row),
                row.text("name"),
                row.division("division"),
                row.code("stage", Stage.WORDS),
                (int) row.integer("seats", 0, MOST_SEATS),
                row.flagIfAny("public").orElse(null));
    }

    private static String code(Row row) {
        String code = row.text("code");
        if (!CODE.matcher(code).matches()) {
            throw row.refused("code", "SCHOOL_CODE", "expected 1 to 40 letters, digits or -");
        }
        return code;
    }

    @Override
    @Transactional
    public void store(List<School> batch) {
        schools.store(batch);
    }
}
