package onepermit.exchange.atrest;

import java.nio.file.Path;
import java.time.Duration;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Department;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the sealing of personal fields. */
@AutoConfiguration(
        after = CatalogueConfiguration.class,
        afterName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnProperty({"onepermit.department", "onepermit.keys.directory"})
public class AtRestConfiguration {

    /** A city puts its own here. */
    @Bean
    @ConditionalOnMissingBean
    KeyManagement keyManagement(@Value("${onepermit.keys.directory}") Path directory, Department department) {
        return new FileKeys(directory.resolve("at-rest-" + department.id() + ".keys"));
    }

    @Bean
    DataKeys dataKeys(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KeyManagement masters,
            @Value("${onepermit.at-rest.algorithm:aes-256-gcm}") String algorithm) {
        return new DataKeys(jdbc, new TransactionTemplate(transactions), masters, Algorithm.named(algorithm));
    }

    @Bean
    SealedColumns sealedColumns(DataKeys keys) {
        return new SealedColumns(keys);
    }

    @Bean
    SealingAnew sealingAnew(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DataKeys keys,
            SealedColumns columns,
            @Value("${onepermit.at-rest.follow-keys:30s}") Duration interval) {
        return new SealingAnew(jdbc, new TransactionTemplate(transactions), keys, columns, interval);
    }
}
