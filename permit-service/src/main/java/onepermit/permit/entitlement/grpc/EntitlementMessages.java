package onepermit.permit.entitlement.grpc;

import java.util.List;
import onepermit.permit.v1.Entitlement;
import onepermit.permit.v1.EntitlementPack;

/** Entitlements as the contract writes them. */
final class EntitlementMessages {
    private EntitlementMessages() {}

    static List<Entitlement> entitlements(List<onepermit.permit.entitlement.Entitlement> given) {
        return given.stream().map(EntitlementMessages::entitlement).toList();
    }

    static Entitlement entitlement(onepermit.permit.entitlement.Entitlement given) {
        return Entitlement.newBuilder()
                .setCode(given.code())
                .setGroup(given.group())
                .setNameZh(given.zh())
                .setNameEn(given.en())
                .setLevel(given.level().name())
                .setDetailZh(given.detailZh())
                .setDetailEn(given.detailEn())
                .setSource(given.source())
                .setFromYears(given.fromYears())
                .build();
    }

    static EntitlementPack pack(onepermit.permit.entitlement.EntitlementPack pack) {
        return EntitlementPack.newBuilder()
                .setId(pack.id())
                .setJurisdiction(pack.jurisdiction().value())
                .setDocumentNumber(pack.document())
                .setUnverified(pack.unverified())
                .build();
    }
}
