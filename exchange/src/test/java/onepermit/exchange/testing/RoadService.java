package onepermit.exchange.testing;

import java.util.HashMap;
import java.util.Map;
import onepermit.exchange.agreement.AgreementConfiguration;
import onepermit.exchange.agreement.keep.KeepConfiguration;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.identity.IdentityConfiguration;
import onepermit.exchange.publication.PublicationConfiguration;
import onepermit.exchange.publication.relay.RelayConfiguration;
import onepermit.exchange.replica.ReplicaConfiguration;
import onepermit.exchange.replica.reader.ReaderConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The smallest service there is: the road, wired as in production, and nothing that listens. */
public final class RoadService {
    private RoadService() {}

    /**
     * Its settings stand above those of an application file that the test's module may have.
     *
     * @param beans further configuration classes
     */
    public static ConfigurableApplicationContext start(
            String department, TestDatabase database, Map<String, String> settings, Class<?>... beans) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.putIfAbsent("onepermit.tls.enabled", "false");
        properties.put("onepermit.department", department);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put("spring.flyway.locations", "classpath:db/exchange");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.main.register-shutdown-hook", "false");
        return new SpringApplicationBuilder(Wiring.class)
                .sources(beans)
                .web(WebApplicationType.NONE)
                .run(properties.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        MetricsAutoConfiguration.class,
        SimpleMetricsExportAutoConfiguration.class,
        IdentityConfiguration.class,
        CatalogueConfiguration.class,
        AgreementConfiguration.class,
        PublicationConfiguration.class,
        KeepConfiguration.class,
        RelayConfiguration.class,
        ReaderConfiguration.class,
        ReplicaConfiguration.class
    })
    static class Wiring {}
}
