package onepermit.social.pension;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.publication.Facts;
import onepermit.social.insured.Insured;
import onepermit.social.insured.InsuredPersons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records deemed years and temporary accounts. They are never published: no other department needs them. */
@Component
public class RecordRelations {
    private final Facts facts;
    private final InsuredPersons insured;
    private final RelationRecords records;

    RecordRelations(Facts facts, InsuredPersons insured, RelationRecords records) {
        this.facts = facts;
        this.insured = insured;
        this.records = records;
    }

    @Transactional
    public void record(List<RecordedRelation> relations) {
        Set<Insured> persons = relations.stream().map(RecordedRelation::insured).collect(Collectors.toSet());
        facts.lockPersons(persons.stream().map(Insured::key).toList());
        insured.add(persons);
        records.save(relations);
    }
}
