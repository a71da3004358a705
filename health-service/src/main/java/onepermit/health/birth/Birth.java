package onepermit.health.birth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Relation;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.health.recipient.Recipient;

/**
 * A birth as it is recorded.
 *
 * @param division where
 */
public record Birth(
        Recipient child, Recipient mother, Optional<Recipient> father, DivisionCode division, LocalDate recordedOn) {

    /** @throws RefusalException what cannot be; the texts name nobody */
    public Birth {
        requireFits("mother_id", child.id(), Relation.MOTHER, mother.id());
        father.ifPresent(man -> requireFits("father_id", child.id(), Relation.FATHER, man.id()));
    }

    public List<BirthParent> parents() {
        List<BirthParent> parents = new ArrayList<>();
        parents.add(new BirthParent(child.key(), Relation.MOTHER, mother.key()));
        father.ifPresent(man -> parents.add(new BirthParent(child.key(), Relation.FATHER, man.key())));
        return parents;
    }

    private static void requireFits(String field, CitizenId child, Relation relation, CitizenId parent) {
        if (child.equals(parent)) {
            throw refused("KINSHIP_SELF", field, "child and parent are the same person; expected two numbers");
        }
        if (!relation.fits(parent.sex())) {
            throw refused("KINSHIP_SEX", field, relation + " does not fit the sex in the number");
        }
        if (!parent.birthDate().isBefore(child.birthDate())) {
            throw refused("KINSHIP_AGE", field, "the parent was not born before the child; check both numbers");
        }
    }

    private static RefusalException refused(String reason, String field, String text) {
        return new RefusalException(Refusal.invalid(reason, field, text));
    }
}
