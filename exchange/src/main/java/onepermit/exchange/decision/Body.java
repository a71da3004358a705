package onepermit.exchange.decision;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import onepermit.exchange.v1.Decision;

/** The part of a decision that the same facts, rules and date give again byte for byte, with its SHA-256. */
record Body(byte[] bytes, byte[] hash) {

    static Body of(Decision decision) {
        var bytes = bytes(withoutEnvelope(decision));
        return new Body(bytes, sha256(bytes));
    }

    private static Decision withoutEnvelope(Decision decision) {
        var body = decision.toBuilder()
                .clearId()
                .clearDecidedAt()
                .clearFinality()
                .clearBodyHash()
                .clearReceipt()
                .clearOfficerAct();
        for (int i = 0; i < decision.getEvidenceCount(); i++) {
            body.setEvidence(i, Envelope.without(decision.getEvidence(i)));
        }
        return body.build();
    }

    private static byte[] bytes(Decision body) {
        var bytes = new byte[body.getSerializedSize()];
        var out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            body.writeTo(out);
            out.checkNoSpaceLeft();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
