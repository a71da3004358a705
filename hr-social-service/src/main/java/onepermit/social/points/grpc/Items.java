package onepermit.social.points.grpc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.claim.OfficerFinding;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.social.v1.PointsClaim;
import onepermit.social.v1.PointsFinding;

/** Claims and findings out of messages, each item once. */
final class Items {
    private Items() {}

    static Claims claims(List<PointsClaim> claims) {
        Map<String, String> values = new HashMap<>();
        claims.forEach(claim -> {
            if (values.put(claim.getItem(), claim.getValue()) != null) {
                throw twice("claims", claim.getItem());
            }
        });
        return new Claims(values);
    }

    static Findings findings(List<PointsFinding> findings) {
        Map<String, OfficerFinding> found = new HashMap<>();
        findings.forEach(finding -> {
            var one = new OfficerFinding(
                    Optional.of(finding.getValue()).filter(value -> !value.isEmpty()), finding.getFoundIn());
            if (found.put(finding.getItem(), one) != null) {
                throw twice("findings", finding.getItem());
            }
        });
        return new Findings(found);
    }

    private static RefusalException twice(String field, String item) {
        return new RefusalException(Refusal.invalid("ITEM_TWICE", field, item + " is named twice; expected once"));
    }
}
