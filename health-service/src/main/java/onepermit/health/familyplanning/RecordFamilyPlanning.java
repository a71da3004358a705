package onepermit.health.familyplanning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.Facts;
import onepermit.health.recipient.Recipient;
import onepermit.health.recipient.Recipients;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records family-planning flags. */
@Component
public class RecordFamilyPlanning {
    private final Facts facts;
    private final Recipients recipients;
    private final FamilyPlanningRecords records;
    private final FamilyPlanningPublication publication;

    RecordFamilyPlanning(
            Facts facts, Recipients recipients, FamilyPlanningRecords records, FamilyPlanningPublication publication) {
        this.facts = facts;
        this.recipients = recipients;
        this.records = records;
        this.publication = publication;
    }

    @Transactional
    public void record(List<FamilyPlanning> batch) {
        Set<Recipient> persons = batch.stream().map(FamilyPlanning::person).collect(Collectors.toSet());
        facts.lockPersons(persons.stream().map(Recipient::key).toList());
        recipients.add(persons);
        List<FamilyPlanning> flags = lastOfEach(batch);
        records.save(flags);
        publication.changed(flags);
    }

    private static List<FamilyPlanning> lastOfEach(List<FamilyPlanning> batch) {
        Map<PersonKey, FamilyPlanning> last = LinkedHashMap.newLinkedHashMap(batch.size());
        batch.forEach(flag -> last.put(flag.person().key(), flag));
        return List.copyOf(last.values());
    }
}
