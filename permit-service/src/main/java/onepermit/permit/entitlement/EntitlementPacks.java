package onepermit.permit.entitlement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;

/** What permits give, by place and day; the nearest enclosing place's pack applies. */
public final class EntitlementPacks {
    private final List<EntitlementPack> packs;
    private final List<Entitlement> hukouOnly;

    EntitlementPacks(List<EntitlementPack> packs, List<Entitlement> hukouOnly) {
        this.packs = List.copyOf(packs);
        this.hukouOnly = List.copyOf(hukouOnly);
    }

    public Optional<EntitlementPack> of(DivisionCode division, LocalDate on) {
        return packs.stream()
                .filter(pack -> pack.inForce(division, on))
                .max(Comparator.comparingInt((EntitlementPack pack) -> depth(pack.jurisdiction()))
                        .thenComparing(EntitlementPack::from));
    }

    public List<EntitlementPack> all() {
        return packs;
    }

    /** What local hukou gives beyond a permit. */
    public List<Entitlement> hukouOnly() {
        return hukouOnly;
    }

    private static int depth(DivisionCode place) {
        String stem = place.value().replaceAll("(00)+$", "");
        return stem.length();
    }
}
