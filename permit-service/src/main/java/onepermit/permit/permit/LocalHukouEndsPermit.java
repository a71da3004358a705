package onepermit.permit.permit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.hukou.Hukou;
import onepermit.permit.hukou.HukouListener;
import org.springframework.stereotype.Component;

/**
 * Who is granted hukou in the city of the permit needs none any more: it ends on that day. A hukou without a day, or of before the permit, ends
 * nothing: an officer looks.
 */
@Component
class LocalHukouEndsPermit implements HukouListener {
    private final Permits permits;
    private final CancelPermits cancel;

    LocalHukouEndsPermit(Permits permits, CancelPermits cancel) {
        this.permits = permits;
        this.cancel = cancel;
    }

    @Override
    public void recorded(Collection<Hukou> hukous) {
        Map<PersonKey, ResidencePermit> held = permits
                .current(hukous.stream().map(Hukou::person).toList())
                .stream()
                .filter(permit -> permit.ending() == null)
                .collect(Collectors.toMap(ResidencePermit::person, Function.identity()));
        hukous.forEach(hukou -> {
            ResidencePermit permit = held.get(hukou.person());
            LocalDate since = hukou.since();
            if (permit != null && since != null && since.isAfter(permit.issuedOn()) && sameCity(hukou, permit)) {
                cancel.of(hukou.person(), Ending.byRecord(since, EndingReason.LOCAL_HUKOU));
            }
        });
    }

    private static boolean sameCity(Hukou hukou, ResidencePermit permit) {
        return CityOrCounty.of(hukou.division()).equals(CityOrCounty.of(permit.division()));
    }
}
