package onepermit.education.admission.project;

import java.nio.charset.StandardCharsets;
import onepermit.education.admission.PersonAsked;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.Names;
import onepermit.exchange.identity.Sex;
import onepermit.permit.v1.Relation;
import org.springframework.stereotype.Component;

/** The tags that are published in place of names and pairs, made anew from what the family states. */
@Component
class Tags {
    private final DatasetKeys keys;

    Tags(DatasetKeys keys) {
        this.keys = keys;
    }

    /**
     * A man can only be recorded as father, a woman as mother.
     *
     * @param dataset every dataset has a key of its own
     */
    byte[] kinship(String dataset, PersonAsked child, PersonAsked guardian) {
        return keys.tag(
                dataset,
                child.key().bytes(),
                new byte[] {(byte) relationOf(guardian).getNumber()},
                guardian.key().bytes());
    }

    byte[] name(PersonAsked person) {
        return keys.tag("name.tag", Names.normalise(person.name()).getBytes(StandardCharsets.UTF_8));
    }

    static String roleOf(PersonAsked guardian) {
        return guardian.sex() == Sex.MALE ? "father" : "mother";
    }

    private static Relation relationOf(PersonAsked guardian) {
        return guardian.sex() == Sex.MALE ? Relation.RELATION_FATHER : Relation.RELATION_MOTHER;
    }
}
