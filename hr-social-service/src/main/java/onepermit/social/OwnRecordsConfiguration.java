package onepermit.social;

import java.util.List;
import java.util.Set;
import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.erasure.RecordsInTable;
import onepermit.exchange.erasure.RecordsOfRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this department, for the erasure of persons. */
@Configuration(proxyBeanMethods = false)
class OwnRecordsConfiguration {
    private static final String MONTHS = "si.months";
    private static final String EMPLOYMENT = "employment.current";
    private static final String POINTS = "points.standard";
    private static final String TAX = "iit.months";

    /** Contributions prove employment too. Pension relations and their transfers are behind no dataset. */
    @Bean
    OwnRecords ownRecords(JdbcClient jdbc) {
        RecordsInTable filings = RecordsInTable.of(jdbc, "points_filing", POINTS);
        return new OwnRecords(
                List.of(
                        RecordsInTable.of(jdbc, "contribution_year", MONTHS, EMPLOYMENT),
                        RecordsInTable.of(jdbc, "contribution_ledger", MONTHS, EMPLOYMENT),
                        RecordsInTable.of(jdbc, "contribution_history", MONTHS, EMPLOYMENT),
                        RecordsInTable.of(jdbc, "employment", EMPLOYMENT),
                        RecordsInTable.of(jdbc, "wage_tax_year", TAX),
                        RecordsInTable.of(jdbc, "pension_relation"),
                        RecordsInTable.of(jdbc, "pension_transfer"),
                        new RecordsOfRecords(jdbc, "points_scored", "filing", filings, "id"),
                        filings,
                        RecordsInTable.of(jdbc, "points_score", POINTS),
                        RecordsInTable.of(jdbc, "insured", MONTHS, EMPLOYMENT, TAX)),
                Set.of());
    }
}
