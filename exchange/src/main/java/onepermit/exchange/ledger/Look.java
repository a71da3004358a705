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
 * @param refusal why an attempt was refused; empty for looks
 * @param mandate under which a line of a batch is asked; empty for none
 */
public record Look(
        Caller caller,
        RequestContext context,
        String method,
        List<PersonKey> persons,
        List<String> datasets,
        byte[] answerHash,
        String refusal,
        String mandate) {
    private static final byte[] NO_ANSWER = {};

    public Look(
            Caller caller,
            RequestContext context,
            String method,
            List<PersonKey> persons,
            List<String> datasets,
            byte[] answerHash) {
        this(caller, context, method, persons, datasets, answerHash, "", "");
    }

    public Look(Caller caller, RequestContext context, String method, List<PersonKey> persons, List<String> datasets) {
        this(caller, context, method, persons, datasets, NO_ANSWER);
    }

    /** An attempt that came to nothing. */
    public static Look refused(Caller caller, RequestContext context, String method, String reason) {
        return new Look(caller, context, method, List.of(), List.of(), NO_ANSWER, reason, "");
    }

    public Look answered(byte[] hash) {
        return new Look(caller, context, method, persons, datasets, hash, refusal, mandate);
    }

    /** @param id of the mandate; empty for none */
    public Look under(String id) {
        return new Look(caller, context, method, persons, datasets, answerHash, refusal, id);
    }
}
