package onepermit.exchange.publication.grpc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.GetFactsRequest;
import onepermit.exchange.v1.GetFactsResponse;

/** Another department's look at the owner's facts, for the owner's ledger. */
final class FactsLook {
    private FactsLook() {}

    static Look of(GetFactsRequest request, List<PersonKey> persons, GetFactsResponse answer) {
        return new Look(
                Callers.current(),
                request.getContext(),
                FactsServiceGrpc.SERVICE_NAME + "/GetFacts",
                persons,
                List.of(request.getDataset()),
                sha256(answer.toByteArray()));
    }

    private static byte[] sha256(byte[] answer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(answer);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
