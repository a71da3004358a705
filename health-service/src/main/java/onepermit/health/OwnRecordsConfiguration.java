package onepermit.health;

import java.util.List;
import java.util.Set;
import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.erasure.RecordsInTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this department, for the erasure of persons. Doses and flags refer to the recipient, who goes last. */
@Configuration(proxyBeanMethods = false)
class OwnRecordsConfiguration {
    private static final String ASSESSMENT = "immunisation.assessment";
    private static final String FLAG = "fp.flag";

    @Bean
    OwnRecords ownRecords(JdbcClient jdbc) {
        return new OwnRecords(
                List.of(
                        RecordsInTable.of(jdbc, "dose", ASSESSMENT),
                        RecordsInTable.of(jdbc, "vaccination_record", ASSESSMENT),
                        RecordsInTable.of(jdbc, "family_planning", FLAG),
                        RecordsInTable.of(jdbc, "recipient", ASSESSMENT, FLAG)),
                Set.of());
    }
}
