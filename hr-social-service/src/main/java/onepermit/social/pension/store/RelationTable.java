package onepermit.social.pension.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.pension.RecordedRelation;
import onepermit.social.pension.RelationRecord;
import onepermit.social.pension.RelationRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pension relations in PostgreSQL. */
@Repository
class RelationTable implements RelationRecords {
    private final JdbcClient jdbc;

    RelationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(Collection<RecordedRelation> relations) {
        List<RecordedRelation> rows = lastOfEach(relations);
        jdbc.sql("""
                INSERT INTO pension_relation (person, place, deemed_months, temporary)
                SELECT * FROM unnest(?::bytea[], ?::text[], ?::int[], ?::boolean[])
                ON CONFLICT (person, place) DO UPDATE
                    SET deemed_months = excluded.deemed_months, temporary = excluded.temporary""")
                .param(rows.stream().map(row -> row.insured().key().bytes()).toArray(byte[][]::new))
                .param(rows.stream().map(row -> row.place().value()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.record().deemedMonths()).toArray(Integer[]::new))
                .param(rows.stream().map(row -> row.record().temporary()).toArray(Boolean[]::new))
                .update();
    }

    @Override
    public Map<DivisionCode, RelationRecord> of(PersonKey person) {
        Map<DivisionCode, RelationRecord> relations = new HashMap<>();
        jdbc.sql("SELECT place, deemed_months, temporary FROM pension_relation WHERE person = ?")
                .param(person.bytes())
                .query(row -> {
                    relations.put(
                            new DivisionCode(row.getString(1)), new RelationRecord(row.getInt(2), row.getBoolean(3)));
                });
        return relations;
    }

    /** One statement cannot touch a row twice: of lines about the same relation the last stands. */
    private static List<RecordedRelation> lastOfEach(Collection<RecordedRelation> relations) {
        Map<Object, RecordedRelation> last = LinkedHashMap.newLinkedHashMap(relations.size());
        relations.forEach(of -> last.put(List.of(of.insured().key(), of.place()), of));
        return List.copyOf(last.values());
    }
}
