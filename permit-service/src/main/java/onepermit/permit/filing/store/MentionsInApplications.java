package onepermit.permit.filing.store;

import java.util.Set;
import onepermit.exchange.erasure.PersonalRecords;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A person in applications of others, for erasure: the application stays its applicant's, and names the person no more.
 *
 * @param column {@code host} in whose dwelling the applicant lives, or {@code relative} who filed
 */
public record MentionsInApplications(JdbcClient jdbc, String column) implements PersonalRecords {

    @Override
    public String table() {
        return "permit_application";
    }

    @Override
    public Set<String> datasets() {
        return Set.of();
    }

    @Override
    public void erase(PersonKey person) {
        jdbc.sql("UPDATE permit_application SET %1$s = NULL, %1$s_sex = NULL, %1$s_born = NULL WHERE %1$s = ?"
                        .formatted(column))
                .param(person.bytes())
                .update();
    }

    @Override
    public long count(PersonKey person) {
        return jdbc.sql("SELECT count(*) FROM permit_application WHERE %s = ?".formatted(column))
                .param(person.bytes())
                .query(Long.class)
                .single();
    }
}
