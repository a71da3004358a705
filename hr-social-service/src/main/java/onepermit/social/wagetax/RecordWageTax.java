package onepermit.social.wagetax;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.publication.Facts;
import onepermit.social.insured.Insured;
import onepermit.social.insured.InsuredPersons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records months of wage income tax as the tax authority sends them. */
@Component
public class RecordWageTax {
    private final Facts facts;
    private final InsuredPersons insured;
    private final WageTaxRecords records;
    private final WageTaxPublication publication;

    RecordWageTax(Facts facts, InsuredPersons insured, WageTaxRecords records, WageTaxPublication publication) {
        this.facts = facts;
        this.insured = insured;
        this.records = records;
        this.publication = publication;
    }

    @Transactional
    public void record(List<TaxedMonth> months) {
        Set<Insured> persons = months.stream().map(TaxedMonth::insured).collect(Collectors.toSet());
        facts.lockPersons(persons.stream().map(Insured::key).toList());
        insured.add(persons);
        publication.changed(records.add(months));
    }
}
