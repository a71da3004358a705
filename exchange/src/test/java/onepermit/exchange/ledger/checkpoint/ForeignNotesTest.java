package onepermit.exchange.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import onepermit.exchange.ledger.merkle.Hash;
import org.junit.jupiter.api.Test;

/** Checkpoints and cosignatures that programs of others made. */
class ForeignNotesTest {

    /** The Go checksum database: sum.golang.org/latest of 2024-09-23, its key as the go command has it. */
    private static final String GO = """
            go.sum database tree
            30055305
            mXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=

            \u2014 sum.golang.org Az3grpgEild5qw7+5dtV13Kf1C2Xurm8q4fhdxvcsDHnqNTaxL2AFjBY+2TyGKevucFcAAlWFJJYle3EJlDCrQ+y3A8=
            """;

    private static final String GO_KEY = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    /** A cosignature of sigsum-go (pkg/checkpoint/checkpoint_test.go) by the key whose seed is 17 and 31 zeroes, at second 1234. */
    private static final String SIGSUM =
            "\u2014 example.org/witness ys8uUAAAAAAAAATSftMzceM8zssdZ9jin9SjwIxzx9iADMf63VqirX2hafol9RsqNqbofIz0LVRqHXI2kpEBSki5RTXFtxz1vo9+Cg==";

    @Test
    void the_checkpoint_of_the_go_checksum_database_verifies() {
        SignedCheckpoint signed = SignedCheckpoint.parse(GO.getBytes(StandardCharsets.UTF_8));
        VerifierKey key = VerifierKey.parse(GO_KEY);

        assertThat(signed.checkpoint().size()).isEqualTo(30_055_305);
        assertThat(key.verifies(signed.note().text(), signed.note().signatures().getFirst()))
                .isTrue();
        assertThat(key).hasToString(GO_KEY);
        assertThat(signed).hasToString(GO);
    }

    @Test
    void our_cosignature_is_the_one_that_sigsum_makes() {
        byte[] seed = new byte[32];
        seed[0] = 17;
        byte[] root = new byte[Hash.LENGTH];
        root[0] = 28;
        root[1] = 14;
        root[2] = 71;
        Checkpoint checkpoint = new Checkpoint("example.org/log", 10, Hash.of(root));
        Cosigner witness = new Cosigner("example.org/witness", seed);

        NoteSignature line = witness.cosign(checkpoint, Instant.ofEpochSecond(1234));

        assertThat(line).hasToString(SIGSUM);
        NoteSignature theirs =
                new Note(checkpoint.text(), List.of(line)).signatures().getFirst();
        assertThat(witness.verifierKey().verifies(checkpoint.text(), theirs)).isTrue();
    }
}
