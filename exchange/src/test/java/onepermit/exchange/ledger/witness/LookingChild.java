package onepermit.exchange.ledger.witness;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import onepermit.exchange.ledger.GroupCommit;
import onepermit.exchange.ledger.Receipt;
import onepermit.exchange.testing.Child;
import onepermit.exchange.testing.Looks;
import onepermit.exchange.testing.Orphan;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TestDatabase;

/** A ledger in a process of its own that tells each receipt as soon as it has it, and seals nothing. */
public final class LookingChild {
    static final String ANSWERED = "ANSWERED ";

    private LookingChild() {}

    static Child start(TestDatabase database) {
        return Child.start(
                "looking",
                LookingChild.class,
                List.of("-Xmx96m"),
                List.of(database.url(), database.user(), database.password()));
    }

    public static void main(String[] arguments) {
        Orphan.diesWithParent();
        TestDatabase database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
        People people = new People(17);
        try (var connections = database.dataSource(2);
                var ledger =
                        new GroupCommit("education", connections, Clock.systemUTC(), new SimpleMeterRegistry(), 10)) {
            while (true) {
                Receipt receipt = ledger.append(Looks.at(people.next()));
                System.out.println(
                        ANSWERED + receipt.index() + " " + HexFormat.of().formatHex(receipt.leafHash()) + " .");
            }
        }
    }
}
