package onepermit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import onepermit.exchange.ledger.checkpoint.MalformedText;
import onepermit.exchange.ledger.checkpoint.TlogProof;
import onepermit.exchange.ledger.checkpoint.Trust;
import onepermit.exchange.ledger.checkpoint.TrustPolicy;
import onepermit.exchange.ledger.checkpoint.WitnessedLedger;
import onepermit.exchange.ledger.merkle.TreeHasher;
import org.junit.jupiter.api.Test;

/** Receipts that the exchange makes, before three verifiers: the exchange's own, this program, and the one in JavaScript. */
class AgreementTest {
    private final WitnessedLedger ledger = WitnessedLedger.of(13);
    private final byte[] policy = ledger.policy("both").getBytes(UTF_8);

    @Test
    void every_leaf_of_every_tree_has_a_receipt_that_all_find_valid() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (int size : new int[] {1, 2, 3, 4, 7, 8, 9, 16, 33, 260}) {
            WitnessedLedger tree = WitnessedLedger.of(size);
            for (int index = 0; index < size; index += 1 + size / 50) {
                cases.add(new Case(index + " of " + size, tree.proof(index).toBytes(), Optional.empty(), policy));
            }
        }
        assertThat(agreed(cases)).containsOnly(Outcome.VALID);
    }

    @Test
    void a_receipt_with_any_byte_altered_is_refused_by_all() throws Exception {
        byte[] receipt = ledger.proof(4).toBytes();
        List<Case> cases = new ArrayList<>();
        for (int at = 0; at < receipt.length; at++) {
            for (int change : new int[] {0x01, 0x20, 0x80, 0x11}) {
                byte[] altered = receipt.clone();
                altered[at] ^= (byte) change;
                cases.add(new Case("byte " + at + " xor " + change, altered, Optional.empty(), policy));
            }
        }
        assertThat(agreed(cases)).doesNotContain(Outcome.VALID).contains(Outcome.INVALID, Outcome.MALFORMED);
    }

    @Test
    void a_receipt_with_bytes_left_out_doubled_or_cut_off_is_refused_by_all() throws Exception {
        byte[] receipt = ledger.proof(4).toBytes();
        List<Case> cases = new ArrayList<>();
        for (int at = 0; at < receipt.length; at++) {
            cases.add(new Case("without byte " + at, joined(receipt, at, at + 1), Optional.empty(), policy));
            cases.add(new Case("byte " + at + " twice", joined(receipt, at + 1, at), Optional.empty(), policy));
            cases.add(new Case("cut off at " + at, joined(receipt, at, receipt.length), Optional.empty(), policy));
        }
        assertThat(agreed(cases)).doesNotContain(Outcome.VALID);
    }

    @Test
    void lines_in_another_order_are_refused_by_all() throws Exception {
        String receipt = ledger.proof(4).toString();
        List<String> lines = receipt.lines().toList();
        List<Case> cases = new ArrayList<>();
        for (int one = 0; one < lines.size(); one++) {
            for (int other = one + 1; other < lines.size(); other++) {
                List<String> swapped = new ArrayList<>(lines);
                swapped.set(one, lines.get(other));
                swapped.set(other, lines.get(one));
                boolean onlySignatures = one >= lines.size() - 3;
                if (!onlySignatures && !swapped.equals(lines)) {
                    byte[] text = (String.join("\n", swapped) + "\n").getBytes(UTF_8);
                    cases.add(new Case("lines " + one + " and " + other, text, Optional.empty(), policy));
                }
            }
        }
        assertThat(agreed(cases)).doesNotContain(Outcome.VALID);
    }

    @Test
    void another_leaf_another_index_and_another_tree_are_invalid_to_all() throws Exception {
        String receipt = ledger.proof(4).toString();
        byte[] right = WitnessedLedger.leaf(4);
        byte[] wrong = WitnessedLedger.leaf(5);
        byte[] ofOtherTree = receipt.replace("\n13\n", "\n14\n").getBytes(UTF_8);
        byte[] otherIndex = receipt.replace("index 4", "index 5").getBytes(UTF_8);
        byte[] noWitness =
                receipt.replaceFirst("\u2014 onepermit/health/witness .*\n", "").getBytes(UTF_8);

        assertThat(agreed(List.of(
                        new Case("right leaf", receipt.getBytes(UTF_8), Optional.of(right), policy),
                        new Case("wrong leaf", receipt.getBytes(UTF_8), Optional.of(wrong), policy),
                        new Case("empty leaf", receipt.getBytes(UTF_8), Optional.of(new byte[0]), policy),
                        new Case("other tree", ofOtherTree, Optional.empty(), policy),
                        new Case("other index", otherIndex, Optional.of(wrong), policy),
                        new Case("no witness", noWitness, Optional.empty(), policy))))
                .containsExactly(0, 1, 1, 1, 1, 1);
    }

    @Test
    void the_leaf_may_be_shown_beside_the_receipt_but_must_be_shown() throws Exception {
        byte[] bare = ledger.proof(4).toString().replaceFirst("extra .*\n", "").getBytes(UTF_8);
        byte[] leaf = WitnessedLedger.leaf(4);

        assertThat(both(List.of(
                        new Case("beside", bare, Optional.of(leaf), policy),
                        new Case("nowhere", bare, Optional.empty(), policy))))
                .containsExactly(Outcome.VALID, Outcome.MALFORMED);
    }

    @Test
    void policies_altered_anywhere_are_read_alike() throws Exception {
        byte[] receipt = ledger.proof(4).toBytes();
        Random random = new Random(26);
        List<Case> cases = new ArrayList<>();
        for (int at = 0; at < policy.length; at++) {
            byte[] altered = policy.clone();
            altered[at] ^= (byte) (1 << random.nextInt(8));
            cases.add(new Case("policy byte " + at, receipt, Optional.empty(), altered));
            cases.add(
                    new Case("policy cut off at " + at, receipt, Optional.empty(), joined(policy, at, policy.length)));
        }
        for (String quorum : List.of("none", "health", "social", "both", "either", "nobody", "")) {
            byte[] other = ledger.policy(quorum).getBytes(UTF_8);
            cases.add(new Case("quorum " + quorum, receipt, Optional.empty(), other));
        }
        agreed(cases);
    }

    @Test
    void what_is_written_in_two_ways_is_taken_in_neither() throws Exception {
        String receipt = ledger.proof(4).toString();
        List<UnaryOperator<String>> ways = List.of(
                text -> text.replace("index 4", "index 04"),
                text -> text.replace("index 4", "index +4"),
                text -> text.replace("index 4", "index \u0664"),
                text -> text.replace("index 4", "index 9223372036854775808"),
                text -> text.replace("\n", "\r\n"),
                text -> "\ufeff" + text,
                text -> text + "\n",
                text -> text + "\u2014 onepermit/health/witness AAAAAA==\n",
                text -> text + "\u2014 two\u3000words AAAAAAA=\n",
                text -> text + "\u2014 a+b AAAAAAA=\n",
                text -> text + "\u2014 name AAAAAAA= \n",
                text -> text + "\u2014  name AAAAAAA=\n",
                text -> text + "\u2013 name AAAAAAA=\n",
                text -> text + "\u2014 name AAAAAAB=\n",
                text -> text + "\u2014 name AAAA_AA=\n",
                text -> text + "\u2014 name AAAAAAA\n",
                text -> text + "\u2014 name AAAAAAA=\n".repeat(98));
        List<Case> cases = IntStream.range(0, ways.size())
                .mapToObj(
                        i -> new Case("way " + i, ways.get(i).apply(receipt).getBytes(UTF_8), Optional.empty(), policy))
                .toList();

        assertThat(agreed(cases)).containsOnly(Outcome.MALFORMED);
        byte[] stranger = (receipt + "\u2014 \u4eba\u793e AAAAAAA=\n".repeat(97)).getBytes(UTF_8);
        assertThat(agreed(List.of(new Case("strangers", stranger, Optional.empty(), policy))))
                .containsExactly(0);
    }

    /** Codes of the two programs, which must be the same; and the exchange must find valid what they do, and nothing else. */
    private static List<Integer> agreed(List<Case> cases) throws IOException, InterruptedException {
        List<Integer> codes = both(cases);
        for (int i = 0; i < cases.size(); i++) {
            assertThat(exchange(cases.get(i)))
                    .as("exchange: %s", cases.get(i))
                    .isEqualTo(codes.get(i) == Outcome.VALID);
        }
        return codes;
    }

    private static List<Integer> both(List<Case> cases) throws IOException, InterruptedException {
        List<Integer> javascript = Programs.codes(cases);
        assertThat(javascript).hasSameSizeAs(cases);
        for (int i = 0; i < cases.size(); i++) {
            assertThat(cases.get(i).code()).as("%s", cases.get(i)).isEqualTo(javascript.get(i));
        }
        return javascript;
    }

    private static boolean exchange(Case each) {
        try {
            TlogProof proof = TlogProof.parse(each.receipt());
            byte[] leaf =
                    each.leaf().orElseGet(() -> proof.extra().orElseThrow().bytes());
            return TrustPolicy.parse(each.policy()).check(proof.checkpoint()) instanceof Trust.Trusted
                    && proof.check(new TreeHasher().leaf(leaf)).holds();
        } catch (MalformedText e) {
            return false;
        }
    }

    /** The bytes up to one place and those from another on. */
    private static byte[] joined(byte[] bytes, int end, int begin) {
        byte[] joined = new byte[end + bytes.length - begin];
        System.arraycopy(bytes, 0, joined, 0, end);
        System.arraycopy(bytes, begin, joined, end, bytes.length - begin);
        return joined;
    }
}
