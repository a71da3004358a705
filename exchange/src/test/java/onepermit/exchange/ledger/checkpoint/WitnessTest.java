package onepermit.exchange.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.ledger.checkpoint.Judgement.Cosigned;
import onepermit.exchange.ledger.checkpoint.Judgement.Head;
import onepermit.exchange.ledger.checkpoint.Judgement.Reason;
import onepermit.exchange.ledger.checkpoint.Judgement.Refused;
import onepermit.exchange.ledger.merkle.Hash;
import org.junit.jupiter.api.Test;

class WitnessTest {
    private final WitnessedLedger ledger = WitnessedLedger.of(5);
    private final Witness witness = new Witness(ledger.health, List.of(ledger.log.verifierKey()));
    private final Head five = head(ledger);

    @Test
    void a_first_tree_is_cosigned_as_it_is() {
        Cosigned cosigned = (Cosigned) witness.judge(Optional.empty(), offer(ledger, 0), WitnessedLedger.NOON);

        assertThat(cosigned.head()).isEqualTo(five);
        assertThat(ledger.health
                        .verifierKey()
                        .verifies(ledger.checkpoint().note().text(), cosigned.signature()))
                .isTrue();
    }

    @Test
    void a_tree_that_goes_on_is_cosigned() {
        ledger.grow(20);

        assertThat(witness.judge(Optional.of(five), offer(ledger, 5), WitnessedLedger.NOON))
                .isInstanceOfSatisfying(
                        Cosigned.class,
                        cosigned -> assertThat(cosigned.head().size()).isEqualTo(25));
    }

    @Test
    void the_same_tree_is_cosigned_again_with_a_new_time() {
        assertThat(witness.judge(Optional.of(five), offer(ledger, 5), WitnessedLedger.NOON))
                .isInstanceOf(Cosigned.class);
    }

    @Test
    void a_fork_is_refused_with_both_sizes_and_roots() {
        Head other = new Head(5, WitnessedLedger.leafHash(77));

        Refused refused = refused(other, offer(ledger, 5), Reason.FORKED);

        assertThat(refused.why()).contains(other.root().base64(), five.root().base64());
        assertThat(refused).hasToString("FORKED: cosigned last at size 5, offered size 5: " + refused.why());
    }

    @Test
    void a_shrunken_tree_is_refused_whatever_its_proof() {
        Head seven = head(WitnessedLedger.of(7));

        Refused refused = refused(seven, offer(ledger, 5), Reason.SHRUNKEN);

        assertThat(refused.last().size()).isEqualTo(7);
        assertThat(refused.offered().size()).isEqualTo(5);
    }

    @Test
    void a_history_that_was_rewritten_is_refused_though_its_log_signed_it() {
        Head other = new Head(5, WitnessedLedger.leafHash(77));
        ledger.grow(3);

        refused(other, offer(ledger, 5), Reason.NOT_CONSISTENT);
    }

    @Test
    void a_proof_that_was_altered_left_out_or_is_too_much_is_refused() {
        ledger.grow(3);
        Offer right = offer(ledger, 5);
        List<Hash> altered = new ArrayList<>(right.proof());
        altered.set(1, WitnessedLedger.leafHash(0));

        refused(five, new Offer(5, altered, right.checkpoint()), Reason.NOT_CONSISTENT);
        refused(five, new Offer(5, List.of(), right.checkpoint()), Reason.NOT_CONSISTENT);
        refused(Head.NOTHING, new Offer(0, altered, right.checkpoint()), Reason.NOT_CONSISTENT);
        refused(head(ledger), new Offer(8, altered, right.checkpoint()), Reason.NOT_CONSISTENT);
    }

    @Test
    void a_proof_from_another_size_is_sent_back_with_the_size_that_is_known() {
        ledger.grow(3);

        Refused refused = refused(five, offer(ledger, 4), Reason.OTHER_START);

        assertThat(refused.last().size()).isEqualTo(5);
        assertThat(refused.reason().alarming()).isFalse();
        refused(head(ledger), offer(ledger, 5), Reason.OTHER_START);
        refused(Head.NOTHING, offer(ledger, 5), Reason.OTHER_START);
    }

    @Test
    void an_unknown_log_and_a_signature_of_somebody_else_are_refused_without_alarm() {
        Offer offer = offer(ledger, 0);
        Witness elsewhere = new Witness(
                ledger.health, List.of(new LogSigner("onepermit/permit", WitnessedLedger.seed(1)).verifierKey()));
        Witness otherKey = new Witness(
                ledger.health, List.of(new LogSigner(WitnessedLedger.ORIGIN, WitnessedLedger.seed(8)).verifierKey()));

        assertThat(elsewhere.judge(Optional.empty(), offer, WitnessedLedger.NOON))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.UNKNOWN_LOG));
        assertThat(otherKey.judge(Optional.empty(), offer, WitnessedLedger.NOON))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.BAD_SIGNATURE));
        assertThat(Reason.UNKNOWN_LOG.alarming() || Reason.BAD_SIGNATURE.alarming())
                .isFalse();
    }

    private Refused refused(Head last, Offer offer, Reason reason) {
        Refused refused = (Refused) witness.judge(Optional.of(last), offer, WitnessedLedger.NOON);
        assertThat(refused.reason()).isEqualTo(reason);
        return refused;
    }

    private static Offer offer(WitnessedLedger ledger, long from) {
        SignedCheckpoint checkpoint = ledger.checkpoint();
        return new Offer(
                from, ledger.proofs().consistency(from, checkpoint.checkpoint().size()), checkpoint);
    }

    private static Head head(WitnessedLedger ledger) {
        Checkpoint checkpoint = ledger.checkpoint().checkpoint();
        return new Head(checkpoint.size(), checkpoint.root());
    }
}
