package onepermit.exchange.erasure;

import java.util.Set;
import onepermit.exchange.catalogue.Retentions;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored decisions that a person has part in, with what was known of everybody else in them. All of them are read: this is done seldom. */
record Decisions(JdbcClient jdbc) implements PersonalRecords {
    private static final String OF_THE_PERSON = "persons @> ARRAY[?::bytea]";

    @Override
    public String table() {
        return "decision";
    }

    @Override
    public String column() {
        return "persons";
    }

    @Override
    public Set<String> datasets() {
        return Set.of(Retentions.DECISION);
    }

    /** A body that another decision has as well holds nothing of this person alone, and stays. */
    @Override
    public void erase(PersonKey person) {
        jdbc.sql("""
                WITH gone AS (DELETE FROM decision WHERE %s RETURNING id, body_hash)
                DELETE FROM decision_body b USING gone g
                WHERE b.hash = g.body_hash AND NOT EXISTS (
                    SELECT FROM decision d WHERE d.body_hash = b.hash AND d.id NOT IN (SELECT id FROM gone))""".formatted(OF_THE_PERSON)).param(person.bytes()).update();
    }

    @Override
    public long count(PersonKey person) {
        return jdbc.sql("SELECT count(*) FROM decision WHERE " + OF_THE_PERSON)
                .param(person.bytes())
                .query(Long.class)
                .single();
    }
}
