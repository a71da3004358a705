package onepermit.exchange.rpc.server;

import java.time.Clock;
import onepermit.exchange.access.Callers;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.rpc.RequestLogSweep;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Idempotency of mutations, for a service with a database. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnBean(JdbcClient.class)
public class RequestLogConfiguration {

    @Bean
    RequestLog requestLog(JdbcClient database, Clock clock) {
        return new RequestLog(database, clock, () -> Callers.current().subject());
    }

    @Bean
    RequestLogSweep requestLogSweep(RequestLog log) {
        return new RequestLogSweep(log);
    }
}
