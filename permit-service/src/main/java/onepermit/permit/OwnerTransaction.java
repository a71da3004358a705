package onepermit.permit;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.Facts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** One transaction of the owner: the persons are locked first, then own tables and publications change together or not at all. */
@Component
public final class OwnerTransaction {
    private final TransactionOperations transactions;
    private final Facts facts;

    OwnerTransaction(TransactionOperations transactions, Facts facts) {
        this.transactions = transactions;
        this.facts = facts;
    }

    public <R> R on(Collection<PersonKey> persons, Supplier<R> change) {
        return Objects.requireNonNull(transactions.execute(status -> {
            facts.lockPersons(persons);
            return change.get();
        }));
    }

    public void run(Collection<PersonKey> persons, Runnable change) {
        transactions.executeWithoutResult(status -> {
            facts.lockPersons(persons);
            change.run();
        });
    }
}
