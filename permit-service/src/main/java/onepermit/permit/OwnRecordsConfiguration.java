package onepermit.permit;

import java.util.List;
import java.util.Set;
import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.erasure.PersonalRecords;
import onepermit.exchange.erasure.RecordsInTable;
import onepermit.exchange.erasure.RecordsOfRecords;
import onepermit.permit.kinship.KinshipsOfParent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this department, for the erasure of persons. */
@Configuration(proxyBeanMethods = false)
class OwnRecordsConfiguration {

    @Bean
    OwnRecords ownRecords(JdbcClient jdbc, KinshipsOfParent kinshipsOfParent, PersonalRecords mentionsInApplications) {
        var permit = RecordsInTable.of(jdbc, "permit", "permit.status");
        var application = RecordsInTable.of(jdbc, "permit_application");
        return new OwnRecords(
                List.of(
                        new RecordsOfRecords(jdbc, "permit_notice", "number", permit, "number"),
                        new RecordsOfRecords(jdbc, "permit_application_material", "application", application, "id"),
                        new RecordsOfRecords(jdbc, "permit_application_missing", "application", application, "id"),
                        application,
                        mentionsInApplications,
                        RecordsInTable.of(jdbc, "appointment"),
                        RecordsInTable.of(jdbc, "settlement_filing"),
                        RecordsInTable.of(jdbc, "residence_period", "residence.registration"),
                        permit,
                        RecordsInTable.of(jdbc, "dwelling", "dwelling"),
                        RecordsInTable.of(jdbc, "hukou", "hukou.place"),
                        RecordsInTable.of(jdbc, "person_name", "name.tag"),
                        new RecordsInTable(jdbc, "kinship", "child", Set.of("hukou.kinship")),
                        kinshipsOfParent),
                Set.of("station", "station_day", "settlement_intake"));
    }
}
