package onepermit.exchange.erasure;

import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Attached;
import onepermit.exchange.ledger.Attachment;
import onepermit.exchange.ledger.Statement;
import onepermit.exchange.ledger.Statement.Parameter;

/** Destroys a person's salts in the commit of the leaf that records the erasure, with the salt of that very leaf. */
public final class DestroyedSalts implements Attachment {

    private record Of(DestroyedSalts attachment, PersonKey person) implements Attached {}

    public Attached of(PersonKey person) {
        return new Of(this, person);
    }

    @Override
    public List<Statement> statements(List<Placed> rows) {
        return List.of(Statement.of(
                "DELETE FROM ledger_salt WHERE person = ANY (?::bytea[])",
                Parameter.bytes(rows, placed -> ((Of) placed.row()).person().bytes())));
    }
}
