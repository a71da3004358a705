package onepermit.exchange.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.LedgerLeaf;

/**
 * A leaf to be appended.
 *
 * @param bytes a serialised {@code LedgerLeaf}
 * @param hash RFC 9162: SHA-256 of 0x00 ‖ bytes
 * @param persons whom it is about
 * @param salts one for each person; kept apart from the leaf
 */
@SuppressWarnings("ArrayRecordComponent")
record Leaf(byte[] bytes, byte[] hash, List<PersonKey> persons, byte[][] salts) {
    private static final byte LEAF = 0;
    private static final int SALT = 16;

    /** @param salts random bytes, 16 for each person */
    static Leaf of(String department, Look look, Instant time, byte[] salts) {
        byte[][] perPerson = new byte[look.persons().size()][];
        LedgerLeaf.Builder leaf = content(department, look, time);
        for (int i = 0; i < perPerson.length; i++) {
            perPerson[i] = Arrays.copyOfRange(salts, i * SALT, (i + 1) * SALT);
            leaf.addPersons(ByteString.copyFrom(
                    sha256(perPerson[i], look.persons().get(i).bytes())));
        }
        byte[] bytes = leaf.build().toByteArray();
        return new Leaf(bytes, sha256(new byte[] {LEAF}, bytes), look.persons(), perPerson);
    }

    static int saltBytes(Look look) {
        return look.persons().size() * SALT;
    }

    private static LedgerLeaf.Builder content(String department, Look look, Instant time) {
        return LedgerLeaf.newBuilder()
                .setTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
                .setDepartment(department)
                .setMethod(look.method())
                .setOfficer(look.caller().isResident() ? "" : look.caller().subject())
                .setRole(look.caller().role())
                .setPurpose(look.context().getPurpose())
                .setCaseRef(look.context().getCaseRef())
                .addAllDatasets(look.datasets())
                .setAnswerHash(ByteString.copyFrom(look.answerHash()))
                .setOfficeDepartment(look.caller().department())
                .setOfficeDivision(division(look.caller()))
                .setRefusal(look.refusal())
                .setMandate(look.mandate());
    }

    private static String division(Caller caller) {
        return caller.division() == null ? "" : caller.division().value();
    }

    private static byte[] sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
