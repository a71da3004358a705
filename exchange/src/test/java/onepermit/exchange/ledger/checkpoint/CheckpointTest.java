package onepermit.exchange.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.TreeHasher;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private final City city = City.of(5);

    @Test
    void what_is_written_reads_as_what_it_was() {
        SignedCheckpoint signed = city.cosigned();

        assertThat(SignedCheckpoint.parse(signed.toBytes())).hasToString(signed.toString());
        assertThat(SignedCheckpoint.parse(signed.toBytes()).checkpoint()).isEqualTo(signed.checkpoint());
    }

    @Test
    void extension_lines_are_kept_and_signed() {
        Checkpoint extended = new Checkpoint(City.ORIGIN, 0, TreeHasher.empty(), List.of("one", "\u2014 two"));
        SignedCheckpoint signed = city.log.sign(extended);

        SignedCheckpoint read = SignedCheckpoint.parse(signed.toBytes());

        assertThat(read.checkpoint()).isEqualTo(extended);
        assertThat(city.log
                        .verifierKey()
                        .verifies(read.note().text(), read.note().signatures().getFirst()))
                .isTrue();
    }

    @Test
    void a_note_may_have_empty_lines_in_its_text() {
        NoteSignature signature = city.checkpoint().note().signatures().getFirst();
        Note note = new Note("one\n\n\u2014 two\n\nthree\n", List.of(signature));

        assertThat(Note.parse(note.toBytes()).text()).isEqualTo(note.text());
    }

    @Test
    void a_log_signs_for_itself_only() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> city.log.sign(new Checkpoint("onepermit/health", 0, TreeHasher.empty())))
                .withMessageContaining("onepermit/health");
    }

    @Test
    void what_cannot_be_written_cannot_be_made() {
        Hash root = TreeHasher.empty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("", 0, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a\nb", 0, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", -1, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", 0, City.leafHash(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", 0, root, List.of("")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Note("no newline", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogSigner("with space", City.seed(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogSigner("a", new byte[31]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TlogProof(Optional.empty(), -1, List.of(), city.checkpoint()));
    }

    @Test
    void proofs_and_offers_read_as_what_they_were() {
        TlogProof proof = city.proof(2);
        TlogProof alone =
                new TlogProof(Optional.empty(), 0, List.of(), City.of(1).checkpoint());
        Offer offer = new Offer(3, city.proofs().consistency(3, 5), city.checkpoint());

        assertThat(TlogProof.parse(proof.toBytes())).hasToString(proof.toString());
        assertThat(TlogProof.parse(proof.toBytes()).check(City.leafHash(2)).holds())
                .isTrue();
        assertThat(TlogProof.parse(proof.toBytes()).check(City.leafHash(3)).holds())
                .isFalse();
        assertThat(TlogProof.parse(alone.toBytes())).hasToString(alone.toString());
        assertThat(Offer.parse(offer.toBytes())).hasToString(offer.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Offer.parse(proof.toBytes()))
                .withMessageContaining("old SIZE");
    }
}
