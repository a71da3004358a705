package onepermit.education;

import java.util.List;
import java.util.Set;
import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.erasure.RecordsInTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this department, for the erasure of persons. */
@Configuration(proxyBeanMethods = false)
class OwnRecordsConfiguration {

    @Bean
    OwnRecords ownRecords(JdbcClient jdbc) {
        return new OwnRecords(List.of(RecordsInTable.of(jdbc, "enrolment", "enrolment.record")), Set.of("school"));
    }
}
