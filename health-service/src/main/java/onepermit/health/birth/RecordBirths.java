package onepermit.health.birth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Relation;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.health.recipient.Recipients;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records births: record and fact in one transaction. */
@Component
public class RecordBirths {
    /** The dataset the tags go out in. */
    public static final String DATASET = "birth.record";

    private final Facts facts;
    private final Recipients recipients;
    private final Births births;
    private final BirthPublication publication;

    RecordBirths(Facts facts, Recipients recipients, Births births, BirthPublication publication) {
        this.facts = facts;
        this.recipients = recipients;
        this.births = births;
        this.publication = publication;
    }

    /** @throws RefusalException another mother or father is on record */
    @Transactional
    public void record(Collection<Birth> batch) {
        Set<PersonKey> children =
                batch.stream().map(birth -> birth.child().key()).collect(Collectors.toSet());
        facts.lockPersons(persons(batch));
        requireSameParents(batch, births.parents(children));
        recipients.add(batch.stream().map(Birth::child).toList());
        births.add(batch);
        publication.changed(births.parents(children));
    }

    private static void requireSameParents(Collection<Birth> batch, Map<PersonKey, List<BirthParent>> onRecord) {
        Map<Object, PersonKey> known = new HashMap<>();
        onRecord.values().stream().flatMap(List::stream).forEach(of -> known.put(slot(of), of.parent()));
        batch.stream().flatMap(birth -> birth.parents().stream()).forEach(of -> {
            PersonKey before = known.putIfAbsent(slot(of), of.parent());
            if (before != null && !before.equals(of.parent())) {
                throw new RefusalException(Refusal.alreadyExists(
                        "BIRTH_RECORDED",
                        of.relation() == Relation.MOTHER ? "mother_id" : "father_id",
                        "another " + of.relation() + " of this child is on record; have the record corrected first"));
            }
        });
    }

    private static Object slot(BirthParent of) {
        return List.of(of.child(), of.relation());
    }

    private static List<PersonKey> persons(Collection<Birth> batch) {
        List<PersonKey> persons = new ArrayList<>();
        batch.forEach(birth -> {
            persons.add(birth.child().key());
            birth.parents().forEach(parent -> persons.add(parent.parent()));
        });
        return persons;
    }
}
