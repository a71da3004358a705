package onepermit.exchange.ledger.witness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.ledger.LedgerConfiguration;
import onepermit.exchange.ledger.OriginTable;
import onepermit.exchange.ledger.Origins;
import onepermit.exchange.ledger.Standing;
import onepermit.exchange.ledger.checkpoint.Cosigner;
import onepermit.exchange.ledger.checkpoint.TrustPolicy;
import onepermit.exchange.ledger.checkpoint.VerifierKey;
import onepermit.exchange.ledger.checkpoint.Witness;
import onepermit.exchange.ledger.seal.CheckpointSigner;
import onepermit.exchange.ledger.seal.Sealer;
import onepermit.exchange.ledger.seal.TreeTable;
import onepermit.exchange.loop.Wake;
import onepermit.exchange.publication.wire.KafkaSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the seal of this department's ledger and the line to its witnesses. */
@AutoConfiguration(after = {CatalogueConfiguration.class, LedgerConfiguration.class})
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
@EnableConfigurationProperties(KafkaSettings.class)
public class WitnessConfiguration {

    @Bean
    LedgerKeys ledgerKeys(Department department, @Value("${onepermit.keys.directory}") Path folder) {
        return new LedgerKeys(department.id(), folder);
    }

    @Bean
    @ConditionalOnMissingBean
    CheckpointSigner checkpointSigner(LedgerKeys keys, Origins origins) {
        return keys.log(origins.current().name())::sign;
    }

    @Bean
    TrustPolicy ledgerPolicy(LedgerKeys keys) {
        return keys.policy();
    }

    @Bean
    TreeTable ledgerTree(Origins origins, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new TreeTable(origins.current(), jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    WitnessTable witnessTable(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new WitnessTable(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    Sealer sealer(
            TreeTable tree,
            CheckpointSigner signer,
            Standing standing,
            MeterRegistry meters,
            @Value("${onepermit.ledger.checkpoint-interval:250ms}") Duration interval,
            @Qualifier(LedgerConfiguration.SEAL) Wake appended,
            LedgerFeed feed) {
        Gauge.builder(
                        "onepermit.ledger.set.back",
                        standing,
                        each -> each.whyBroken().isPresent() ? 1 : 0)
                .register(meters);
        return new Sealer(tree, signer, standing, meters, interval, appended, feed::wake);
    }

    @Bean
    NewOrigin newOrigin(
            LedgerKeys keys,
            Origins origins,
            TreeTable tree,
            Standing standing,
            KafkaSettings kafka,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new NewOrigin(
                keys,
                origins,
                tree,
                standing,
                new LastWitnessed(keys, kafka),
                () -> Origins.stored(keys.department(), jdbc),
                new OriginTable(jdbc, new TransactionTemplate(transactions)),
                clock);
    }

    @Bean
    Doubts ledgerDoubts() {
        return new Doubts();
    }

    @Bean
    LedgerFeed ledgerFeed(
            LedgerKeys keys,
            TreeTable tree,
            WitnessTable table,
            Doubts doubts,
            Standing standing,
            KafkaSettings kafka,
            Clock clock,
            MeterRegistry meters) {
        Cosigner cosigner = keys.witness();
        Map<String, VerifierKey> others = keys.others();
        Witness witness = new Witness(cosigner, new WatchedLogs(keys));
        return new LedgerFeed(
                keys.department(),
                List.copyOf(others.keySet()),
                kafka,
                new Published(tree, standing),
                new Judging(cosigner.verifierKey().name(), witness, table, clock, meters),
                () -> new Offering(tree, table, doubts, meters, others),
                table,
                () -> table.sweep(tree.origin(), others.size()));
    }
}
