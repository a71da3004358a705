package onepermit.permit.settlement.grpc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.claim.OfficerFinding;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.v1.IndicatorWeight;
import onepermit.permit.v1.SettlementClaim;
import onepermit.permit.v1.SettlementFinding;
import org.jspecify.annotations.Nullable;

/** Claims, findings and weights out of messages, each item once. */
final class SettlementItems {
    private SettlementItems() {}

    static Claims claims(List<SettlementClaim> claims) {
        Map<String, String> values = new HashMap<>();
        claims.forEach(claim -> once("claims", claim.getItem(), values.put(claim.getItem(), claim.getValue())));
        return new Claims(values);
    }

    static Findings findings(List<SettlementFinding> findings) {
        Map<String, OfficerFinding> found = new HashMap<>();
        findings.forEach(finding -> once(
                "findings",
                finding.getItem(),
                found.put(
                        finding.getItem(),
                        new OfficerFinding(
                                Optional.of(finding.getValue()).filter(value -> !value.isEmpty()),
                                finding.getFoundIn()))));
        return new Findings(found);
    }

    static Map<String, Integer> weights(List<IndicatorWeight> weights) {
        Map<String, Integer> percent = new HashMap<>();
        weights.forEach(weight ->
                once("weights", weight.getIndicator(), percent.put(weight.getIndicator(), weight.getPercent())));
        return percent;
    }

    private static void once(String field, String item, @Nullable Object before) {
        if (before != null) {
            throw new RefusalException(Refusal.invalid("ITEM_TWICE", field, item + " is named twice; expected once"));
        }
    }
}
