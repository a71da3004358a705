package onepermit.permit;

import java.util.List;
import java.util.Set;
import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.erasure.RecordsInTable;
import onepermit.permit.kinship.KinshipsOfParent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this department, for the erasure of persons. */
@Configuration(proxyBeanMethods = false)
class OwnRecordsConfiguration {

    @Bean
    OwnRecords ownRecords(JdbcClient jdbc, KinshipsOfParent kinshipsOfParent) {
        return new OwnRecords(
                List.of(
                        RecordsInTable.of(jdbc, "residence_period", "residence.registration"),
                        RecordsInTable.of(jdbc, "permit", "permit.status"),
                        RecordsInTable.of(jdbc, "dwelling", "dwelling"),
                        RecordsInTable.of(jdbc, "hukou", "hukou.place"),
                        RecordsInTable.of(jdbc, "person_name", "name.tag"),
                        new RecordsInTable(jdbc, "kinship", "child", Set.of("hukou.kinship")),
                        kinshipsOfParent),
                Set.of());
    }
}
