package onepermit.health.birth;

import java.util.List;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Component;

/** Whether a birth record shows two persons as child and parent; no record is not a no. */
@Component
public final class MatchBirths {
    private final Births births;

    MatchBirths(Births births) {
        this.births = births;
    }

    public boolean onRecord(PersonKey child, PersonKey parent) {
        return births.parents(Set.of(child)).getOrDefault(child, List.of()).stream()
                .anyMatch(of -> of.parent().equals(parent));
    }
}
