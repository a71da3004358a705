package onepermit.education.school.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.education.school.School;
import onepermit.education.school.Schools;
import onepermit.education.school.Stage;
import onepermit.exchange.identity.DivisionCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SchoolTable implements Schools {
    private static final String SELECT = """
            SELECT code, name, division, stage, seats, is_public FROM school WHERE code = ANY (:codes)
            """;
    /** The last line of a file wins; a line that changes nothing writes nothing. */
    private static final String UPSERT = """
            INSERT INTO school (code, name, division, stage, seats, is_public) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE
            SET name = excluded.name, division = excluded.division, stage = excluded.stage, seats = excluded.seats,
                is_public = coalesce(excluded.is_public, school.is_public)
            WHERE (school.name, school.division, school.stage, school.seats, school.is_public)
               IS DISTINCT FROM (excluded.name, excluded.division, excluded.stage, excluded.seats,
                coalesce(excluded.is_public, school.is_public))
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SchoolTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<School> find(String code) {
        return Optional.ofNullable(findAll(List.of(code)).get(code));
    }

    @Override
    public Map<String, School> findAll(Collection<String> codes) {
        return jdbc.sql(SELECT).param("codes", codes.toArray(String[]::new)).query(SchoolTable::school).list().stream()
                .collect(Collectors.toMap(School::code, Function.identity()));
    }

    @Override
    public void store(List<School> schools) {
        batches.batchUpdate(UPSERT, schools, schools.size(), (row, school) -> {
            row.setString(1, school.code());
            row.setString(2, school.name());
            row.setString(3, school.division().value());
            row.setString(4, school.stage().name());
            row.setInt(5, school.seats());
            row.setObject(6, school.isPublic());
        });
    }

    private static School school(ResultSet row, int number) throws SQLException {
        return new School(
                row.getString("code"),
                row.getString("name"),
                new DivisionCode(row.getString("division")),
                Stage.valueOf(row.getString("stage")),
                row.getInt("seats"),
                row.getObject("is_public", Boolean.class));
    }
}
