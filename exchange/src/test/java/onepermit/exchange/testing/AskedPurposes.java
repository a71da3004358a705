package onepermit.exchange.testing;

import java.util.stream.Stream;
import onepermit.exchange.v1.AccessRule;
import onepermit.exchange.v1.Purpose;

/**
 * For which purposes a role asks in a matrix: for every one where it may ask at all. Where it may not its purpose is not read, so none and one that
 * the method takes suffice; {@code -Donepermit.matrix.whole=true}, as in the long run, has every one there too.
 */
final class AskedPurposes {
    private static final boolean WHOLE = Boolean.getBoolean("onepermit.matrix.whole");

    private AskedPurposes() {}

    static Stream<Purpose> of(AccessRule rule, String role) {
        boolean all = WHOLE || rule.getOpen() || rule.getRolesList().contains(role);
        return all
                ? Stream.of(Purpose.values()).filter(purpose -> purpose != Purpose.UNRECOGNIZED)
                : Stream.of(Purpose.PURPOSE_UNSPECIFIED, taken(rule));
    }

    private static Purpose taken(AccessRule rule) {
        return rule.getPurposesList().stream()
                .findFirst()
                .map(Purpose::valueOf)
                .orElse(Purpose.PURPOSE_SCHOOL_ADMISSION);
    }
}
