package onepermit.exchange.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import onepermit.exchange.ledger.checkpoint.Trust.Refused;
import onepermit.exchange.ledger.checkpoint.Trust.Trusted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustPolicyTest {
    private final WitnessedLedger ledger = WitnessedLedger.of(5);

    @Test
    void a_checkpoint_that_the_log_and_all_witnesses_signed_is_trusted_with_their_times() {
        assertThat(check("both", ledger.cosigned()))
                .isEqualTo(new Trusted(
                        ledger.checkpoint().checkpoint(),
                        Map.of("health", WitnessedLedger.NOON, "social", WitnessedLedger.NOON.plusSeconds(1))));
    }

    @ParameterizedTest
    @CsvSource({"none,true", "health,true", "social,false", "both,false", "either,false"})
    void one_cosignature_is_enough_where_the_quorum_says_so(String quorum, boolean trusted) {
        SignedCheckpoint signed = ledger.checkpoint();
        SignedCheckpoint once = signed.with(ledger.health.cosign(signed.checkpoint(), WitnessedLedger.NOON));

        assertThat(check(quorum, once)).isInstanceOf(trusted ? Trusted.class : Refused.class);
    }

    @Test
    void a_quorum_that_is_not_reached_is_told_with_who_did_cosign() {
        assertThat(check("both", ledger.checkpoint()))
                .isEqualTo(new Refused("the quorum 2 of [health, social] is not reached: cosigned by []"));
    }

    @Test
    void one_witness_twice_is_one_witness() {
        SignedCheckpoint signed = ledger.checkpoint();
        NoteSignature once = ledger.health.cosign(signed.checkpoint(), WitnessedLedger.NOON);
        NoteSignature again = ledger.health.cosign(signed.checkpoint(), WitnessedLedger.NOON.plusSeconds(9));

        assertThat(check("both", signed.with(once).with(again))).isInstanceOf(Refused.class);
        assertThat(check("health", signed.with(again).with(once)))
                .isEqualTo(new Trusted(signed.checkpoint(), Map.of("health", WitnessedLedger.NOON.plusSeconds(9))));
    }

    @Test
    void strangers_are_passed_over_even_under_a_known_name() {
        SignedCheckpoint signed = ledger.cosigned();
        NoteSignature sameName = new Cosigner("onepermit/health/witness", WitnessedLedger.seed(9))
                .cosign(signed.checkpoint(), WitnessedLedger.NOON);
        NoteSignature stranger =
                new Cosigner("stranger", WitnessedLedger.seed(2)).cosign(signed.checkpoint(), WitnessedLedger.NOON);

        assertThat(check("both", signed.with(sameName).with(stranger))).isInstanceOf(Trusted.class);
        assertThat(check("both", ledger.checkpoint().with(sameName).with(stranger)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_known_key_whose_signature_is_wrong_spoils_the_note() {
        SignedCheckpoint signed = ledger.cosigned();
        NoteSignature ofOther =
                ledger.social.cosign(WitnessedLedger.of(4).checkpoint().checkpoint(), WitnessedLedger.NOON);

        assertThat(check("health", signed.with(ofOther)))
                .isEqualTo(new Refused("the signature of the known key onepermit/social/witness does not verify"));
    }

    @Test
    void a_log_cannot_cosign_itself_and_a_witness_cannot_sign_as_a_log() {
        SignedCheckpoint signed = ledger.checkpoint();
        NoteSignature asWitness = new Cosigner(WitnessedLedger.ORIGIN, WitnessedLedger.seed(1))
                .cosign(signed.checkpoint(), WitnessedLedger.NOON);
        Note witnessesOnly = new Note(
                signed.note().text(), List.of(ledger.health.cosign(signed.checkpoint(), WitnessedLedger.NOON)));

        assertThat(check("health", signed.with(asWitness))).isInstanceOf(Refused.class);
        assertThat(check("health", new SignedCheckpoint(signed.checkpoint(), witnessesOnly)))
                .isEqualTo(new Refused("no known key of the log \"onepermit/education\" signed the checkpoint"));
    }

    @Test
    void a_log_signs_only_under_its_own_origin() {
        Checkpoint other = new Checkpoint(
                "onepermit/health", 5, ledger.checkpoint().checkpoint().root());
        NoteSignature line = ledger.log
                .sign(ledger.checkpoint().checkpoint())
                .note()
                .signatures()
                .getFirst();
        SignedCheckpoint signed = new SignedCheckpoint(other, new Note(other.text(), List.of(line)));

        assertThat(check("none", signed)).isInstanceOf(Refused.class);
    }

    @Test
    void comments_tabs_and_addresses_are_allowed() {
        String policy = "# trusted here\n\n\t log\t" + ledger.log.verifierKey()
                + " https://log.example/ \n  # done\nquorum none";

        assertThat(TrustPolicy.parse(policy.getBytes(StandardCharsets.UTF_8)).check(ledger.checkpoint()))
                .isInstanceOf(Trusted.class);
    }

    private Trust check(String quorum, SignedCheckpoint signed) {
        return TrustPolicy.parse(ledger.policy(quorum).getBytes(StandardCharsets.UTF_8))
                .check(signed);
    }
}
