package onepermit.permit.filing.store;

import java.util.Set;
import onepermit.exchange.erasure.PersonalRecords;
import onepermit.exchange.identity.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person in applications of others, in whose dwelling they live or who filed for them, for erasure: the application stays its
 * applicant's, and names the person no more.
 */
@Component
record MentionsInApplications(JdbcClient jdbc) implements PersonalRecords {

    @Override
    public String table() {
        return "permit_application";
    }

    @Override
    public String column() {
        return "host, relative";
    }

    @Override
    public Set<String> datasets() {
        return Set.of();
    }

    @Override
    public void erase(PersonKey person) {
        forget("host", person);
        forget("relative", person);
    }

    private void forget(String mentioned, PersonKey person) {
        jdbc.sql("UPDATE permit_application SET %1$s = NULL, %1$s_sex = NULL, %1$s_born = NULL WHERE %1$s = ?"
                        .formatted(mentioned))
                .param(person.bytes())
                .update();
    }

    @Override
    public long count(PersonKey person) {
        return jdbc.sql("SELECT count(*) FROM permit_application WHERE ? IN (host, relative)")
                .param(person.bytes())
                .query(Long.class)
                .single();
    }
}
