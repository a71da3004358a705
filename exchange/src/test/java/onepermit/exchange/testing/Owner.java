package onepermit.exchange.testing;

import com.google.protobuf.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.permit.v1.HukouFact;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes as a department does, in transactions of its own. */
public final class Owner {
    public static final String DATASET = "hukou.place";

    private final Facts facts;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    public Owner(ApplicationContext service) {
        facts = service.getBean(Facts.class);
        transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        jdbc = service.getBean(JdbcTemplate.class);
    }

    /** Says of each person that it lives in the division. */
    public void publish(String division, PersonKey... persons) {
        publish(Arrays.stream(persons).map(person -> hukou(person, division)).toList());
    }

    public void publish(Collection<FactChange> changes) {
        transaction.executeWithoutResult(status -> {
            facts.lockPersons(changes.stream().map(FactChange::person).toList());
            facts.publish(changes);
        });
    }

    public void erase(PersonKey person) {
        publish(List.of(FactChange.erased(DATASET, person, "hukou", "onepermit.hukou.Erased.v1")));
    }

    public long outboxRows() {
        Long rows = jdbc.queryForObject("SELECT count(*) FROM outbox", Long.class);
        return rows == null ? 0 : rows;
    }

    public static FactChange hukou(PersonKey person, String division) {
        Message payload = HukouFact.newBuilder().setDivision(division).build();
        return new FactChange(DATASET, person, "hukou", "onepermit.hukou.PlaceChanged.v1", payload);
    }
}
