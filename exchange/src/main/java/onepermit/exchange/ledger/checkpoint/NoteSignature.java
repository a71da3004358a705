package onepermit.exchange.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A signature line of a note.
 *
 * @param name of the key
 * @param keyId first four bytes of a hash over name, kind and key; with the name it says which key signed, and proves nothing
 * @param bytes what that kind of key makes
 */
@SuppressWarnings("ArrayRecordComponent")
public record NoteSignature(String name, int keyId, byte[] bytes) {
    static final String DASH = "\u2014 ";
    private static final String FORM = "\u2014 NAME BASE64, where the base64 holds a key id of 4 bytes and a signature";

    public NoteSignature {
        if (!Encoding.isKeyName(name) || bytes.length == 0) {
            throw new IllegalArgumentException("no signature line can be written for the key \"" + name + "\"");
        }
    }

    static NoteSignature parse(Lines lines) {
        String[] parts = lines.next(FORM).split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("\u2014") || !Encoding.isKeyName(parts[1])) {
            throw lines.wrong(FORM);
        }
        byte[] blob = Encoding.base64(parts[2]);
        if (blob == null || blob.length <= Integer.BYTES) {
            throw lines.wrong(FORM);
        }
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        int keyId = buffer.getInt();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new NoteSignature(parts[1], keyId, bytes);
    }

    /** The line, without its newline. */
    @Override
    public String toString() {
        byte[] blob = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(blob);
    }
}
