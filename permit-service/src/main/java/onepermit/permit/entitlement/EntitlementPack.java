package onepermit.permit.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.permit.PermitClass;

/**
 * What the rules of a place give.
 *
 * @param to last day; empty = open
 * @param unverified the document was not seen
 */
public record EntitlementPack(
        String id,
        DivisionCode jurisdiction,
        String document,
        LocalDate from,
        Optional<LocalDate> to,
        boolean unverified,
        List<Entitlement> ofEveryClass,
        Map<PermitClass, List<Entitlement>> ofClass) {

    /** For somebody with so many full years of residence. */
    public List<Entitlement> gives(PermitClass permitClass, int years) {
        return Stream.concat(ofEveryClass.stream(), ofClass.getOrDefault(permitClass, List.of()).stream())
                .map(entitlement -> entitlement.after(years))
                .toList();
    }

    boolean inForce(DivisionCode division, LocalDate on) {
        return jurisdiction.contains(division)
                && !on.isBefore(from)
                && to.map(last -> !on.isAfter(last)).orElse(true);
    }
}
