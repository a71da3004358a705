package onepermit.health.familyplanning.store;

import java.util.Collection;
import onepermit.health.familyplanning.FamilyPlanning;
import onepermit.health.familyplanning.FamilyPlanningRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Flags in PostgreSQL. */
@Repository
class FamilyPlanningTable implements FamilyPlanningRecords {
    private final JdbcClient jdbc;

    FamilyPlanningTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(Collection<FamilyPlanning> flags) {
        jdbc.sql("""
                INSERT INTO family_planning (person, compliant)
                SELECT * FROM unnest(?::bytea[], ?::boolean[])
                ON CONFLICT (person) DO UPDATE SET compliant = excluded.compliant""")
                .param(flags.stream().map(flag -> flag.person().key().bytes()).toArray(byte[][]::new))
                .param(flags.stream().map(FamilyPlanning::compliant).toArray(Boolean[]::new))
                .update();
    }
}
