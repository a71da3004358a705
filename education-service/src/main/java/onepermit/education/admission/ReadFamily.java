package onepermit.education.admission;

import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.springframework.stereotype.Component;

/** Reads a family as a request writes it: {@code child_id}, {@code child_name}, {@code guardians[n].citizen_id}, {@code guardians[n].name}. */
@Component
public class ReadFamily {
    private final CitizenIds citizenIds;
    private final PersonKeys keys;

    ReadFamily(CitizenIds citizenIds, PersonKeys keys) {
        this.citizenIds = citizenIds;
        this.keys = keys;
    }

    public Family read(WrittenPerson child, List<WrittenPerson> guardians) {
        CitizenId id = citizenIds.read("child_id", child.id());
        PersonAsked asked = PersonAsked.of(id, keys.of(id), child.name(), "child_name");
        List<PersonAsked> others = guardians(guardians);
        requireOthers(asked, others);
        return new Family(asked, id.birthDate(), others);
    }

    private List<PersonAsked> guardians(List<WrittenPerson> written) {
        List<PersonAsked> guardians = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            String field = "guardians[" + i + "].";
            CitizenId id = citizenIds.read(field + "citizen_id", written.get(i).id());
            guardians.add(PersonAsked.of(id, keys.of(id), written.get(i).name(), field + "name"));
        }
        return guardians;
    }

    private static void requireOthers(PersonAsked child, List<PersonAsked> guardians) {
        for (int i = 0; i < guardians.size(); i++) {
            PersonKey key = guardians.get(i).key();
            if (key.equals(child.key())
                    || i > 0 && key.equals(guardians.getFirst().key())) {
                throw new RefusalException(Refusal.invalid(
                        "SAME_PERSON_TWICE",
                        "guardians[" + i + "].citizen_id",
                        "expected another person than the child and the other guardian"));
            }
        }
    }
}
