package onepermit.exchange.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.TreeHasher;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private final WitnessedLedger ledger = WitnessedLedger.of(5);

    @Test
    void what_is_written_reads_as_what_it_was() {
        SignedCheckpoint signed = ledger.cosigned();

        assertThat(SignedCheckpoint.parse(signed.toBytes())).hasToString(signed.toString());
        assertThat(SignedCheckpoint.parse(signed.toBytes()).checkpoint()).isEqualTo(signed.checkpoint());
    }

    @Test
    void extension_lines_are_kept_and_signed() {
        Checkpoint extended =
                new Checkpoint(WitnessedLedger.ORIGIN, 0, TreeHasher.empty(), List.of("one", "\u2014 two"));
        SignedCheckpoint signed = ledger.log.sign(extended);

        SignedCheckpoint read = SignedCheckpoint.parse(signed.toBytes());

        assertThat(read.checkpoint()).isEqualTo(extended);
        assertThat(ledger.log
                        .verifierKey()
                        .verifies(read.note().text(), read.note().signatures().getFirst()))
                .isTrue();
    }

    @Test
    void a_note_may_have_empty_lines_in_its_text() {
        NoteSignature signature = ledger.checkpoint().note().signatures().getFirst();
        Note note = new Note("one\n\n\u2014 two\n\nthree\n", List.of(signature));

        assertThat(Note.parse(note.toBytes()).text()).isEqualTo(note.text());
    }

    @Test
    void a_log_signs_for_itself_only() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.log.sign(new Checkpoint("onepermit/health", 0, TreeHasher.empty())))
                .withMessageContaining("onepermit/health");
    }

    @Test
    void what_cannot_be_written_cannot_be_made() {
        Hash root = TreeHasher.empty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("", 0, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a\nb", 0, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", -1, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", 0, WitnessedLedger.leafHash(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", 0, root, List.of("")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Note("no newline", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogSigner("with space", WitnessedLedger.seed(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogSigner("a", new byte[31]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TlogProof(Optional.empty(), -1, List.of(), ledger.checkpoint()));
    }

    @Test
    void proofs_and_offers_read_as_what_they_were() {
        TlogProof proof = ledger.proof(2);
        TlogProof alone = new TlogProof(
                Optional.empty(), 0, List.of(), WitnessedLedger.of(1).checkpoint());
        Offer offer = new Offer(3, ledger.proofs().consistency(3, 5), ledger.checkpoint());

        assertThat(TlogProof.parse(proof.toBytes())).hasToString(proof.toString());
        assertThat(TlogProof.parse(proof.toBytes())
                        .check(WitnessedLedger.leafHash(2))
                        .holds())
                .isTrue();
        assertThat(TlogProof.parse(proof.toBytes())
                        .check(WitnessedLedger.leafHash(3))
                        .holds())
                .isFalse();
        assertThat(TlogProof.parse(alone.toBytes())).hasToString(alone.toString());
        assertThat(Offer.parse(offer.toBytes())).hasToString(offer.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Offer.parse(proof.toBytes()))
                .withMessageContaining("old SIZE");
    }
}
