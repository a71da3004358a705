package onepermit.permit.kinship;

import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.Relation;
import onepermit.exchange.rpc.Refusal;

/** A kinship as somebody states it, before it is believed. */
public record KinshipClaim(CitizenId child, Relation relation, CitizenId parent) {

    /** Refuses what cannot be; the texts name nobody. */
    public Optional<Refusal> refusal() {
        if (child.equals(parent)) {
            return refused("KINSHIP_SELF", "child and parent are the same person");
        }
        if (!relation.fits(parent.sex())) {
            return refused("KINSHIP_SEX", relation + " does not fit the sex in the parent's number");
        }
        if (!parent.birthDate().isBefore(child.birthDate())) {
            return refused("KINSHIP_AGE", "the parent was not born before the child");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(String reason, String text) {
        return Optional.of(Refusal.invalid(reason, "parent_id", text));
    }
}
