package onepermit.exchange.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import onepermit.exchange.v1.LedgerLeaf;

/** The bytes of a leaf, the salts that hide its persons, and its hash (RFC 9162: SHA-256 of 0x00 ‖ leaf). */
record Leaf(byte[] bytes, byte[][] salts, byte[] hash) {
    private static final byte LEAF = 0;
    private static final int SALT = 16;

    /** @param salts random bytes, 16 for each person */
    static Leaf of(String department, Look look, Instant time, byte[] salts) {
        var leaf = LedgerLeaf.newBuilder()
                .setTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
                .setDepartment(department)
                .setMethod(look.method())
                .setOfficer(look.caller().subject())
                .setRole(look.caller().role())
                .setPurpose(look.context().getPurpose())
                .setCaseRef(look.context().getCaseRef())
                .addAllDatasets(look.datasets())
                .setAnswerHash(ByteString.copyFrom(look.answerHash()));
        var perPerson = new byte[look.persons().size()][];
        for (int i = 0; i < perPerson.length; i++) {
            perPerson[i] = java.util.Arrays.copyOfRange(salts, i * SALT, (i + 1) * SALT);
            leaf.addPersons(ByteString.copyFrom(
                    sha256(perPerson[i], look.persons().get(i).bytes())));
        }
        var bytes = leaf.build().toByteArray();
        return new Leaf(bytes, perPerson, sha256(new byte[] {LEAF}, bytes));
    }

    static int saltBytes(Look look) {
        return look.persons().size() * SALT;
    }

    private static byte[] sha256(byte[] first, byte[] second) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
