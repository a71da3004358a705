package onepermit.exchange.ledger.witness;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.ledger.GroupCommit;
import onepermit.exchange.ledger.Origins;
import onepermit.exchange.ledger.Receipt;
import onepermit.exchange.ledger.Standing;
import onepermit.exchange.ledger.checkpoint.SignedCheckpoint;
import onepermit.exchange.ledger.seal.LedgerAudit;
import onepermit.exchange.ledger.seal.Sealer;
import onepermit.exchange.ledger.seal.TreeTable;
import onepermit.exchange.loop.Wake;
import onepermit.exchange.publication.wire.KafkaSettings;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Looks;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.TestDatabase;
import onepermit.exchange.testing.TestInfrastructure;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One department's ledger, its seal and its line to the others, wired as a service wires them. */
final class LedgerNode implements AutoCloseable {
    final JdbcTemplate jdbc;
    final TreeTable tree;
    final WitnessTable table;
    final Standing standing = new Standing();
    final Doubts doubts = new Doubts();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final LedgerKeys keys;
    final Origins origins;
    final NewOrigin newOrigin;

    private final People people = new People(11);
    private final HikariDataSource database;
    private final GroupCommit ledger;
    private final Sealer sealer;
    private final LedgerFeed feed;

    LedgerNode(String department, TestDatabase database, KafkaSettings kafka) {
        this(department, database, kafka, TestInfrastructure.keys());
    }

    LedgerNode(String department, TestDatabase database, KafkaSettings kafka, Path keyFolder) {
        this.database = database.migrated("classpath:db/exchange").dataSource(6);
        this.jdbc = new JdbcTemplate(this.database);
        var transactions = new JdbcTransactionManager(this.database);
        var wiring = new WitnessConfiguration();
        this.keys = wiring.ledgerKeys(new Department(department), keyFolder);
        this.origins = Origins.stored(department, jdbc);
        this.tree = wiring.ledgerTree(origins, jdbc, transactions);
        this.table = wiring.witnessTable(jdbc, transactions);
        this.feed = wiring.ledgerFeed(keys, tree, table, doubts, standing, kafka, Clock.systemUTC(), meters);
        this.newOrigin = wiring.newOrigin(keys, origins, tree, standing, kafka, jdbc, transactions, Clock.systemUTC());
        Wake appended = new Wake();
        this.sealer = wiring.sealer(
                tree, wiring.checkpointSigner(keys, origins), standing, meters, Duration.ofMillis(50), appended, feed);
        this.ledger = new GroupCommit(
                department, origins, this.database, Clock.systemUTC(), meters, standing, appended, 1000);
    }

    LedgerNode sealing() {
        sealer.start();
        return this;
    }

    LedgerNode started() {
        if (!sealer.isRunning()) {
            sealer.start();
        }
        feed.start();
        return this;
    }

    Receipt look() {
        return ledger.append(Looks.at(people.next()));
    }

    void looks(int count) {
        for (int i = 0; i < count; i++) {
            look();
        }
    }

    /** The checkpoint that holds the leaf, once so many witnesses have cosigned it. */
    SignedCheckpoint cosigned(long index, int witnesses) {
        return Await.value(
                witnesses + " witnesses cosign a tree with leaf " + index,
                Duration.ofSeconds(60),
                () -> table.cosigned(tree.origin(), index)
                        .filter(signed -> signed.note().signatures().size() == 1 + witnesses)
                        .orElse(null));
    }

    Optional<LedgerAudit.Finding> finding() {
        return new LedgerAudit(tree).audit(table.cosigned(tree.origin(), 0)).finding();
    }

    /** As the owner of the database can. */
    void tamper(String sql) {
        jdbc.execute("ALTER TABLE ledger_leaf DISABLE TRIGGER ledger_leaf_append_only; " + sql
                + "; ALTER TABLE ledger_leaf ENABLE TRIGGER ledger_leaf_append_only");
    }

    boolean refused(String reason) {
        return meters.find("onepermit.witness.refusals").tag("reason", reason).counters().stream()
                        .mapToDouble(Counter::count)
                        .sum()
                > 0;
    }

    @Override
    public void close() {
        sealer.stop();
        feed.stop();
        ledger.close();
        database.close();
    }
}
