package onepermit.social;

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
    private static final String MONTHS = "si.months";
    private static final String EMPLOYMENT = "employment.current";
    private static final String TAX = "iit.months";

    /** Contributions prove employment too. A pension relation is behind no dataset. */
    @Bean
    OwnRecords ownRecords(JdbcClient jdbc) {
        return new OwnRecords(
                List.of(
                        RecordsInTable.of(jdbc, "contribution_year", MONTHS, EMPLOYMENT),
                        RecordsInTable.of(jdbc, "contribution_ledger", MONTHS, EMPLOYMENT),
                        RecordsInTable.of(jdbc, "contribution_history", MONTHS, EMPLOYMENT),
                        RecordsInTable.of(jdbc, "employment", EMPLOYMENT),
                        RecordsInTable.of(jdbc, "wage_tax_year", TAX),
                        RecordsInTable.of(jdbc, "pension_relation"),
                        RecordsInTable.of(jdbc, "insured", MONTHS, EMPLOYMENT, TAX)),
                Set.of());
    }
}
