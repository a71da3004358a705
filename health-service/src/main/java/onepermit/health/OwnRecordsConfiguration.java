package onepermit.health;

import java.util.List;
import java.util.Set;
import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.erasure.RecordsInTable;
import onepermit.exchange.erasure.RecordsOfRecords;
import onepermit.health.birth.BirthsOfParent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this department, for the erasure of persons. What refers to the recipient goes first. */
@Configuration(proxyBeanMethods = false)
class OwnRecordsConfiguration {
    private static final String ASSESSMENT = "immunisation.assessment";
    private static final String FLAG = "fp.flag";
    private static final String BIRTH = "birth.record";

    @Bean
    OwnRecords ownRecords(JdbcClient jdbc, BirthsOfParent birthsOfParent) {
        var asWife = new RecordsInTable(jdbc, "birth_service", "wife", Set.of());
        var asHusband = new RecordsInTable(jdbc, "birth_service", "husband", Set.of());
        return new OwnRecords(
                List.of(
                        new RecordsOfRecords(jdbc, "birth_service_verification", "registration", asWife, "id"),
                        new RecordsOfRecords(jdbc, "birth_service_verification", "registration", asHusband, "id"),
                        asWife,
                        asHusband,
                        RecordsInTable.of(jdbc, "unit_assignment"),
                        new RecordsInTable(jdbc, "birth_parent", "child", Set.of(BIRTH)),
                        birthsOfParent,
                        new RecordsInTable(jdbc, "birth", "child", Set.of(BIRTH)),
                        RecordsInTable.of(jdbc, "dose", ASSESSMENT),
                        RecordsInTable.of(jdbc, "vaccination_record", ASSESSMENT),
                        RecordsInTable.of(jdbc, "family_planning", FLAG),
                        RecordsInTable.of(jdbc, "recipient", ASSESSMENT, FLAG, BIRTH)),
                Set.of("vaccination_unit"));
    }
}
