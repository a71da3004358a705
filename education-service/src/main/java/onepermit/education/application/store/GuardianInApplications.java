package onepermit.education.application.store;

import java.util.Set;
import onepermit.exchange.erasure.PersonalRecords;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person as guardian in applications of children, for erasure: the application stays the child's, and names the person no more. */
@Component
record GuardianInApplications(JdbcClient jdbc) implements PersonalRecords {

    @Override
    public String table() {
        return "school_application";
    }

    @Override
    public String column() {
        return "guardians";
    }

    @Override
    public Set<String> datasets() {
        return Set.of();
    }

    @Override
    public void erase(PersonKey person) {
        jdbc.sql("""
                        UPDATE school_application SET
                            guardian_sexes = ARRAY(
                                SELECT sex FROM unnest(guardians, guardian_sexes) WITH ORDINALITY AS g (key, sex, n)
                                WHERE key <> :person ORDER BY n),
                            guardians = array_remove(guardians, :person)
                        WHERE :person = ANY (guardians)""").param("person", person.bytes()).update();
    }

    @Override
    public long count(PersonKey person) {
        return jdbc.sql("SELECT count(*) FROM school_application WHERE ? = ANY (guardians)")
                .param(person.bytes())
                .query(Long.class)
                .single();
    }
}
