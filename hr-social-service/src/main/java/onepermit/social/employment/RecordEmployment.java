package onepermit.social.employment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.Facts;
import onepermit.social.insured.Insured;
import onepermit.social.insured.InsuredPersons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what employers report. */
@Component
public class RecordEmployment {
    private final Facts facts;
    private final InsuredPersons insured;
    private final EmploymentRecords records;
    private final Employments employments;

    RecordEmployment(Facts facts, InsuredPersons insured, EmploymentRecords records, Employments employments) {
        this.facts = facts;
        this.insured = insured;
        this.records = records;
        this.employments = employments;
    }

    @Transactional
    public void record(List<ReportedEmployment> reports) {
        Set<Insured> persons = reports.stream().map(ReportedEmployment::insured).collect(Collectors.toSet());
        Set<PersonKey> keys = persons.stream().map(Insured::key).collect(Collectors.toSet());
        facts.lockPersons(keys);
        insured.add(persons);
        records.save(reports);
        employments.publish(keys);
    }
}
