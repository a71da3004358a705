package onepermit.bench;

import java.util.Optional;
import onepermit.exchange.ledger.Attached;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.ledger.Receipt;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A ledger that records nothing, to be measured against. It comes with the class path of the benchmark alone: the product has no switch
 * that turns the ledger off. What is stored together with a leaf is not stored either.
 */
public final class NoLedger implements ApplicationContextInitializer<GenericApplicationContext>, Ledger {
    private static final Receipt NOWHERE = new Receipt("bench/none", 0, new byte[32]);

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean("ledger", Ledger.class, () -> this);
    }

    @Override
    public Receipt append(Look look, Optional<Attached> together) {
        return NOWHERE;
    }
}
