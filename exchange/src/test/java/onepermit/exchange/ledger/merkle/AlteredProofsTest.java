package onepermit.exchange.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AlteredProofsTest {
    private static final int SIZES = 33;
    private final NaiveTree naive = new NaiveTree();
    private final Random random = new Random(7);

    @Test
    void an_inclusion_proof_with_any_byte_altered_is_refused() {
        everyLeaf((index, size) -> everyAlteration(
                naive.path(index, 0, size),
                proof -> Verification.inclusion(leaf(index), index, size, proof, naive.root(size))));
    }

    @Test
    void a_consistency_proof_with_any_byte_altered_is_refused() {
        everyLeaf((earlier, later) -> {
            if (earlier > 0) {
                everyAlteration(
                        naive.subproof(earlier, 0, later, true),
                        proof -> Verification.consistency(
                                earlier, naive.root(earlier), later, naive.root(later), proof));
            }
        });
    }

    @Test
    void a_proof_of_another_length_is_refused() {
        everyLeaf((index, size) -> everyOtherLength(
                naive.path(index, 0, size),
                proof -> Verification.inclusion(leaf(index), index, size, proof, naive.root(size))));
        everyLeaf((earlier, later) -> {
            if (earlier > 0) {
                everyOtherLength(
                        naive.subproof(earlier, 0, later, true),
                        proof -> Verification.consistency(
                                earlier, naive.root(earlier), later, naive.root(later), proof));
            }
        });
    }

    @Test
    void a_leaf_is_proved_at_its_own_index_only() {
        everyLeaf((index, size) -> {
            for (int other = 0; other <= size; other++) {
                if (other != index) {
                    refused(Verification.inclusion(
                            leaf(index), other, size, naive.path(index, 0, size), naive.root(size)));
                }
            }
        });
    }

    @Test
    void a_leaf_altered_and_a_root_altered_are_refused_with_both_hashes() {
        everyLeaf((index, size) -> {
            List<Hash> proof = naive.path(index, 0, size);
            refused(Verification.inclusion(altered(leaf(index)), index, size, proof, naive.root(size)));
            Hash other = altered(naive.root(size));
            Verdict verdict = Verification.inclusion(leaf(index), index, size, proof, other);
            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Fails.class,
                            fails -> assertThat(fails.reason())
                                    .contains(naive.root(size).base64(), other.base64()));
        });
    }

    @Test
    void a_tree_that_was_rewritten_before_is_not_the_beginning_of_the_new_one() {
        everyLeaf((earlier, later) -> {
            if (earlier > 0) {
                List<Hash> proof = naive.subproof(earlier, 0, later, true);
                Hash before = naive.root(earlier);
                Hash after = naive.root(later);
                refused(Verification.consistency(earlier, altered(before), later, after, proof));
                refused(Verification.consistency(earlier, before, later, altered(after), proof));
                refused(Verification.consistency(later, after, earlier, before, proof));
            }
        });
        refused(Verification.consistency(5, naive.root(5), 5, naive.root(6), List.of()));
    }

    private interface Case {
        void at(int index, int size);
    }

    private static void everyLeaf(Case each) {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                each.at(index, size);
            }
        }
    }

    private void everyAlteration(List<Hash> proof, Function<List<Hash>, Verdict> check) {
        for (int at = 0; at < proof.size() * Hash.LENGTH; at++) {
            byte[] hash = proof.get(at / Hash.LENGTH).bytes();
            hash[at % Hash.LENGTH] ^= (byte) (1 + random.nextInt(255));
            List<Hash> altered = new ArrayList<>(proof);
            altered.set(at / Hash.LENGTH, Hash.of(hash));
            refused(check.apply(altered));
        }
    }

    private void everyOtherLength(List<Hash> proof, Function<List<Hash>, Verdict> check) {
        Hash any = naive.root(3);
        for (int at = 0; at <= proof.size(); at++) {
            List<Hash> longer = new ArrayList<>(proof);
            longer.add(at, any);
            refused(check.apply(longer));
            if (at < proof.size()) {
                List<Hash> shorter = new ArrayList<>(proof);
                shorter.remove(at);
                refused(check.apply(shorter));
            }
        }
    }

    private Hash leaf(int index) {
        return naive.hash(index, index + 1);
    }

    private Hash altered(Hash hash) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(Hash.LENGTH)] ^= (byte) (1 + random.nextInt(255));
        return Hash.of(bytes);
    }

    private static void refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Fails.class);
    }
}
