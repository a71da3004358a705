package onepermit.exchange.ledger.checkpoint;

/**
 * A checkpoint and who signed it. That it was parsed says nothing of its signatures: ask a {@link TrustPolicy}.
 *
 * @param note has the checkpoint's text
 */
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {

    public SignedCheckpoint {
        if (!note.text().equals(checkpoint.text())) {
            throw new IllegalArgumentException("the note is of another text than the checkpoint");
        }
    }

    /** @throws MalformedText unless it is a signed-note with the text of a checkpoint */
    public static SignedCheckpoint parse(byte[] note) {
        return of(Note.parse(note));
    }

    /** From what a text still has to the end; an error names the line of the whole text. */
    static SignedCheckpoint parseRest(Lines lines) {
        int above = lines.read();
        if (!lines.hasNext()) {
            throw MalformedText.endsBefore(above + 1, "a checkpoint");
        }
        try {
            return of(Note.parse(lines.rest()));
        } catch (MalformedText e) {
            throw e.below(above);
        }
    }

    private static SignedCheckpoint of(Note note) {
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    /** With a cosignature more. */
    public SignedCheckpoint with(NoteSignature signature) {
        return new SignedCheckpoint(checkpoint, note.with(signature));
    }

    public byte[] toBytes() {
        return note.toBytes();
    }

    @Override
    public String toString() {
        return note.toString();
    }
}
