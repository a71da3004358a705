package onepermit.exchange.publication.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param enabled whether this process may lead
 * @param batch rows sent in one Kafka transaction
 * @param linger a short wait after a wake, so that single changes travel together
 * @param poll the relay looks by itself this often, when nothing wakes it
 * @param lease a leader that says nothing for so long is replaced
 * @param watermark how often readers are told that nothing is missing
 * @param retryStopped how long until a person whose row Kafka refused is tried again
 * @param backoff pause after trouble with Kafka or the database
 */
@ConfigurationProperties("onepermit.relay")
public record RelaySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2000") int batch,
        @DefaultValue("5ms") Duration linger,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration watermark,
        @DefaultValue("10m") Duration retryStopped,
        @DefaultValue("1s") Duration backoff) {}
