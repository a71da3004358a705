package onepermit.exchange.ledger.grpc;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.v1.LedgerServiceGrpc;
import onepermit.exchange.v1.RequestContext;

/** Records who reads the ledger's leaves, in the ledger, before the answer leaves. */
record LogReaders(Ledger ledger) {
    private static final List<String> DATASETS = List.of("ledger");

    /** @param answer what the reader gets */
    void read(String method, ByteString answer) {
        read(LedgerServiceGrpc.SERVICE_NAME + "/" + method, List.of(), answer);
    }

    /** @param persons about whom it is read */
    void read(String fullMethod, List<PersonKey> persons, ByteString answer) {
        ledger.append(new Look(Callers.current(), RequestContext.getDefaultInstance(), fullMethod, persons, DATASETS)
                .answered(hash(answer)));
    }

    private static byte[] hash(ByteString answer) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(answer.asReadOnlyByteBuffer());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
