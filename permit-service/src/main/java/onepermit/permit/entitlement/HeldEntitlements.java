package onepermit.permit.entitlement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.permit.Ending;
import onepermit.permit.permit.EndingReason;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.permit.PermitStatus;
import onepermit.permit.permit.ResidencePermit;
import org.springframework.stereotype.Component;

/** What a permit gives today, here or in another place. */
@Component
public final class HeldEntitlements {
    private static final String CHANNEL = "CHANNEL";

    private final EntitlementPacks packs;
    private final HeldPermits held;
    private final Clock clock;

    HeldEntitlements(EntitlementPacks packs, HeldPermits held, Clock clock) {
        this.packs = packs;
        this.held = held;
        this.clock = clock;
    }

    /**
     * What a permit gives.
     *
     * @param years full years of residence that count
     * @param elsewhere whether it is of another city: what a permit there would give
     * @param localHukou the permit ended because its holder has local hukou: what that gives here
     */
    public record Given(
            PermitStatus status,
            int years,
            Optional<EntitlementPack> pack,
            List<Entitlement> entitlements,
            boolean elsewhere,
            boolean localHukou) {}

    public Given of(ResidencePermit permit, DivisionCode place) {
        LocalDate today = LocalDate.now(clock);
        PermitStatus status = held.statusToday(permit);
        boolean elsewhere = !CityOrCounty.of(place).equals(CityOrCounty.of(permit.division()));
        int years = Math.max(0, Period.between(permit.yearsCountFrom(), today).getYears());
        Optional<EntitlementPack> pack = packs.of(place, today);
        boolean gives = status == PermitStatus.ACTIVE || elsewhere;
        boolean localHukou = !elsewhere && endedByHukou(permit, today);
        return new Given(
                status,
                years,
                pack,
                pack.filter(p -> gives)
                        .map(p -> p.gives(permit.permitClass(), elsewhere ? 0 : years))
                        .or(() -> pack.filter(p -> localHukou).map(this::ofHukou))
                        .orElse(List.of()),
                elsewhere,
                localHukou);
    }

    private static boolean endedByHukou(ResidencePermit permit, LocalDate today) {
        Ending ending = permit.ending();
        return ending != null
                && ending.reason() == EndingReason.LOCAL_HUKOU
                && !ending.on().isAfter(today);
    }

    /** All that a permit gives here, without the way to what is reached, and what it does not give. */
    private List<Entitlement> ofHukou(EntitlementPack pack) {
        return Stream.concat(
                        pack.ofEveryClass().stream()
                                .filter(entitlement -> !entitlement.group().equals(CHANNEL)),
                        packs.hukouOnly().stream())
                .toList();
    }
}
