package onepermit.exchange.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static final int SIZES = 260;
    private final NaiveTree naive = new NaiveTree();
    private final Proofs proofs = new Proofs(NaiveTree.nodes(NaiveTree.stored(SIZES)));

    @Test
    void the_root_of_every_earlier_size_is_found_in_the_stored_hashes() {
        for (int size = 0; size <= SIZES; size++) {
            assertThat(proofs.root(size)).isEqualTo(naive.root(size));
        }
    }

    @Test
    void every_leaf_is_proved_in_every_tree_that_has_it() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> proof = proofs.inclusion(index, size);

                assertThat(proof).as("%d in %d", index, size).isEqualTo(naive.path(index, 0, size));
                assertThat(Verification.inclusion(naive.hash(index, index + 1), index, size, proof, naive.root(size)))
                        .isEqualTo(Verdict.proved());
            }
        }
    }

    @Test
    void every_tree_is_proved_to_be_the_beginning_of_every_later_one() {
        for (int later = 1; later <= SIZES; later++) {
            for (int earlier = 1; earlier <= later; earlier++) {
                List<Hash> proof = proofs.consistency(earlier, later);

                assertThat(proof).as("%d in %d", earlier, later).isEqualTo(naive.subproof(earlier, 0, later, true));
                assertThat(Verification.consistency(earlier, naive.root(earlier), later, naive.root(later), proof))
                        .isEqualTo(Verdict.proved());
            }
        }
    }

    @Test
    void the_empty_tree_begins_every_tree_and_proves_nothing() {
        assertThat(proofs.consistency(0, SIZES)).isEmpty();
        assertThat(Verification.consistency(0, naive.root(0), 5, naive.root(5), List.of())
                        .holds())
                .isFalse();
        assertThat(Verification.consistency(0, naive.root(0), 0, naive.root(0), List.of())
                        .holds())
                .isFalse();
    }

    @Test
    void what_no_tree_has_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proofs.inclusion(7, 7))
                .withMessageContaining("7 leaves has none at index 7");
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.inclusion(-1, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proofs.consistency(8, 7))
                .withMessageContaining("never");
        assertThatIllegalArgumentException().isThrownBy(() -> proofs.root(-1));
    }

    @Test
    void a_stored_hash_that_is_missing_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> proofs.root(SIZES + 1))
                .withMessageContaining("Subtree[level=0, index=260]");
    }

    @Test
    void sizes_near_the_largest_do_not_overflow() {
        Hash any = naive.root(1);
        Proofs everywhere = new Proofs(wanted -> wanted.stream().map(at -> any).toList());
        long most = Long.MAX_VALUE;

        List<Hash> proof = everywhere.inclusion(most - 1, most);
        assertThat(proof).hasSize(62);
        assertThat(everywhere.inclusion(0, most)).hasSize(63);
        assertThat(everywhere.consistency(most - 1, most)).isNotEmpty();
        assertThat(Verification.inclusion(any, most - 1, most, proof, any).holds())
                .isFalse();
        assertThat(Verification.consistency(most - 1, any, most, any, proof).holds())
                .isFalse();
    }
}
