package onepermit.education;

import java.util.List;
import java.util.Set;
import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.erasure.PersonalRecords;
import onepermit.exchange.erasure.RecordsInTable;
import onepermit.exchange.erasure.RecordsOfRecords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of this department, for the erasure of persons. */
@Configuration(proxyBeanMethods = false)
class OwnRecordsConfiguration {
    private static final String ENROLMENT = "enrolment.record";

    @Bean
    OwnRecords ownRecords(JdbcClient jdbc, PersonalRecords guardianInApplications) {
        var application = new RecordsInTable(jdbc, "school_application", "child", Set.of());
        return new OwnRecords(
                List.of(
                        ofApplication(jdbc, "placement", application),
                        ofApplication(jdbc, "ranking_objection", application),
                        ofApplication(jdbc, "ranking_line", application),
                        ofApplication(jdbc, "application_verification", application),
                        application,
                        guardianInApplications,
                        new RecordsInTable(jdbc, "vaccination_check", "pupil", Set.of(ENROLMENT)),
                        new RecordsInTable(jdbc, "roll_transfer", "pupil", Set.of(ENROLMENT)),
                        RecordsInTable.of(jdbc, "enrolment", ENROLMENT)),
                Set.of("school", "admission_round", "admission_seats", "ranking"));
    }

    private static RecordsOfRecords ofApplication(JdbcClient jdbc, String table, RecordsInTable application) {
        return new RecordsOfRecords(jdbc, table, "number", application, "number");
    }
}
