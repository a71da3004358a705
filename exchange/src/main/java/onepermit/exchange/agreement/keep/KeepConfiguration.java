package onepermit.exchange.agreement.keep;

import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import onepermit.exchange.agreement.AgreementConfiguration;
import onepermit.exchange.agreement.HeldAgreements;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.catalogue.Descriptions;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.publication.PublicationConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the keeping of the own agreements. */
@AutoConfiguration(after = {AgreementConfiguration.class, PublicationConfiguration.class})
@ConditionalOnProperty("onepermit.department")
public class KeepConfiguration {

    @Bean
    AgreementTable agreementTable(JdbcTemplate jdbc) {
        return new AgreementTable(JdbcClient.create(jdbc));
    }

    @Bean
    Agreements agreements(
            Department department,
            AgreementTable table,
            Facts facts,
            HeldAgreements held,
            Catalogue catalogue,
            Descriptions descriptions,
            WorkingDays days,
            Clock clock) {
        return new Agreements(
                department,
                table,
                new Departments(catalogue),
                new TermsCheck(catalogue, department),
                new AnswerDue(catalogue, days),
                new Publishing(facts, held, catalogue, descriptions),
                Generators.timeBasedEpochRandomGenerator()::generate,
                clock);
    }

    @Bean
    RequestHistory requestHistory(AgreementTable table, Catalogue catalogue, WorkingDays days) {
        return new RequestHistory(table, new AnswerDue(catalogue, days));
    }

    /** @param files where the first agreements stand; none = nothing is shared until it is asked for and granted */
    @Bean
    FirstAgreements firstAgreements(
            Department department,
            Catalogue catalogue,
            Agreements agreements,
            PlatformTransactionManager transactions,
            @Value("${onepermit.agreements.first:classpath:agreements/departments.yaml}") List<Resource> files) {
        return new FirstAgreements(
                department, new Departments(catalogue), agreements, new TransactionTemplate(transactions), files);
    }

    /** Requests whose answer is overdue, for whoever supervises. */
    @Bean
    Gauge overdueAgreements(MeterRegistry meters, AgreementTable table, Clock clock) {
        return Gauge.builder(
                        "onepermit.agreements.overdue",
                        () -> table.overdue(LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"))))
                .register(meters);
    }
}
