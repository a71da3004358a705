package onepermit.exchange.ledger;

import java.util.List;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;

/**
 * A look at persons' data.
 *
 * @param method full gRPC method name
 * @param datasets the datasets looked at
 * @param answerHash SHA-256 of what was answered
 */
public record Look(
        Caller caller,
        RequestContext context,
        String method,
        List<PersonKey> persons,
        List<String> datasets,
        byte[] answerHash) {

    public Look(Caller caller, RequestContext context, String method, List<PersonKey> persons, List<String> datasets) {
        this(caller, context, method, persons, datasets, new byte[0]);
    }

    public Look answered(byte[] hash) {
        return new Look(caller, context, method, persons, datasets, hash);
    }
}
