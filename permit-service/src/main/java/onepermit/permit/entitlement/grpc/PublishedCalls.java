package onepermit.permit.entitlement.grpc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.RequestFields;
import onepermit.permit.entitlement.Entitlement;
import onepermit.permit.entitlement.EntitlementPack;
import onepermit.permit.entitlement.EntitlementPacks;
import onepermit.permit.permit.PermitClass;
import onepermit.permit.v1.CompareEntitlementsRequest;
import onepermit.permit.v1.CompareEntitlementsResponse;
import onepermit.permit.v1.EntitlementRow;
import onepermit.permit.v1.ListEntitlementsRequest;
import onepermit.permit.v1.ListEntitlementsResponse;
import org.springframework.stereotype.Component;

/** What is published of places: ListEntitlements and CompareEntitlements. No years are counted for nobody. */
@Component
class PublishedCalls {
    private static final int LONG_ENOUGH = Integer.MAX_VALUE;

    private final EntitlementPacks packs;
    private final RequestFields fields;
    private final Clock clock;

    PublishedCalls(EntitlementPacks packs, RequestFields fields, Clock clock) {
        this.packs = packs;
        this.fields = fields;
        this.clock = clock;
    }

    ListEntitlementsResponse list(ListEntitlementsRequest request) {
        Optional<EntitlementPack> pack =
                packs.of(fields.division("division", request.getDivision()), day(request.getOn()));
        ListEntitlementsResponse.Builder answer = ListEntitlementsResponse.newBuilder();
        pack.ifPresent(found -> answer.setPack(EntitlementMessages.pack(found))
                .addAllEntitlements(EntitlementMessages.entitlements(
                        found.gives(permitClass(request.getPermitClass()), LONG_ENOUGH)))
                .addAllHukouOnly(EntitlementMessages.entitlements(packs.hukouOnly())));
        return answer.build();
    }

    CompareEntitlementsResponse compare(CompareEntitlementsRequest request) {
        LocalDate on = day(request.getOn());
        PermitClass permitClass = permitClass(request.getPermitClass());
        CompareEntitlementsResponse.Builder answer = CompareEntitlementsResponse.newBuilder();
        Map<String, Entitlement> names = new LinkedHashMap<>();
        List<Map<String, Entitlement>> places = new ArrayList<>();
        for (int i = 0; i < request.getDivisionsCount(); i++) {
            DivisionCode division = fields.division("divisions[" + i + "]", request.getDivisions(i));
            Optional<EntitlementPack> pack = packs.of(division, on);
            Map<String, Entitlement> given = new LinkedHashMap<>();
            pack.ifPresent(found -> found.gives(permitClass, LONG_ENOUGH)
                    .forEach(entitlement -> given.put(entitlement.code(), entitlement)));
            given.forEach(names::putIfAbsent);
            places.add(given);
            answer.addPacks(pack.map(EntitlementMessages::pack)
                    .orElse(onepermit.permit.v1.EntitlementPack.getDefaultInstance()));
        }
        names.values().forEach(entitlement -> answer.addRows(row(entitlement, places)));
        return answer.build();
    }

    private static EntitlementRow row(Entitlement entitlement, List<Map<String, Entitlement>> places) {
        EntitlementRow.Builder row = EntitlementRow.newBuilder()
                .setCode(entitlement.code())
                .setNameZh(entitlement.zh())
                .setNameEn(entitlement.en());
        places.forEach(place -> row.addPlaces(Optional.ofNullable(place.get(entitlement.code()))
                .map(EntitlementMessages::entitlement)
                .orElse(onepermit.permit.v1.Entitlement.getDefaultInstance())));
        return row.build();
    }

    private LocalDate day(String text) {
        return text.isEmpty() ? LocalDate.now(clock) : Dates.read("on", text);
    }

    private static PermitClass permitClass(String text) {
        return text.isEmpty() ? PermitClass.ORDINARY : PermitClass.valueOf(text);
    }
}
