package onepermit.exchange.replica.live;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import onepermit.exchange.access.PeerChannels;
import onepermit.exchange.access.PeerConfiguration;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueConfiguration;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.replica.reader.PayloadTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Wires the live call. */
@AutoConfiguration(after = {CatalogueConfiguration.class, PeerConfiguration.class})
@ConditionalOnProperty("onepermit.department")
public class LiveConfiguration {

    /** Refuses at once what comes beyond it: waiting in a queue would only eat the callers' time. */
    private static final BulkheadConfig SIXTEEN_IN_FLIGHT = BulkheadConfig.custom()
            .maxConcurrentCalls(16)
            .maxWaitDuration(Duration.ZERO)
            .build();

    @Bean
    LiveCall liveCall(
            PeerChannels peers,
            Catalogue catalogue,
            Department department,
            @Value("${onepermit.peer-deadline:2s}") Duration longest,
            ObjectProvider<MeterRegistry> meters) {
        MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        BulkheadRegistry bulkheads = BulkheadRegistry.of(SIXTEEN_IN_FLIGHT);
        Bulkhead bulkhead = bulkheads.bulkhead("live-calls");
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(registry);
        LiveMetrics metrics = new LiveMetrics(registry);
        Answers answers = new Answers(new PayloadTypes(catalogue.readBy(department)));
        return new LiveCall(new Owners(peers, catalogue, answers, bulkhead, metrics), metrics, longest);
    }
}
