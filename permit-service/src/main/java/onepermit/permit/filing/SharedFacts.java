package onepermit.permit.filing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import org.springframework.stereotype.Component;

/** Refuses papers that nobody needs to bring, because a department shares their fact, and papers that are none. */
@Component
public final class SharedFacts {
    private static final Set<String> NO_RECORD = Set.of("ABSENT", "STALE", "UNAVAILABLE");

    private final Materials materials;

    SharedFacts(Materials materials) {
        this.materials = materials;
    }

    public void requireKnownKinds(List<Material> given) {
        for (int i = 0; i < given.size(); i++) {
            if (materials.kind(given.get(i).kind()).isEmpty()) {
                throw new RefusalException(Refusal.invalid(
                        "MATERIAL_UNKNOWN",
                        "materials[" + i + "].kind",
                        "'" + given.get(i).kind() + "' is no kind of material of an application for a permit"));
            }
        }
    }

    /** The refusal of the first paper whose fact the review found on record. */
    public Optional<Refusal> available(List<Material> given, Decision decision) {
        for (int i = 0; i < given.size(); i++) {
            Optional<Evidence> found = found(given.get(i), decision);
            if (found.isPresent()) {
                return Optional.of(refusal(i, found.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Evidence> found(Material given, Decision decision) {
        List<String> datasets = materials.kind(given.kind()).orElseThrow().factOf();
        return decision.getEvidenceList().stream()
                .filter(evidence -> datasets.contains(evidence.getDataset()))
                .filter(evidence -> !NO_RECORD.contains(evidence.getOrigin()))
                .findFirst();
    }

    private static Refusal refusal(int index, Evidence evidence) {
        return Refusal.alreadyExists(
                "ALREADY_AVAILABLE",
                "materials[" + index + "]",
                evidence.getDataset() + " of department " + evidence.getSource()
                        + " has the fact; leave the paper out, nobody is to bring it");
    }
}
