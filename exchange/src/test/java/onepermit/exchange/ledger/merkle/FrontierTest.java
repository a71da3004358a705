package onepermit.exchange.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontierTest {
    private static final int SIZES = 260;
    private final NaiveTree naive = new NaiveTree();

    /** Computed by another program in another language from the entries "leaf 0", "leaf 1", … */
    @ParameterizedTest
    @CsvSource({
        "0, 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "1, G7l9zCFjXUfiZj79/QoXRobZjdcBNS3SzQbotD/T0wU=",
        "2, /F9riP+FVPdbsvnm85wxsZNtRLaSdu33sSBalVuXYeM=",
        "3, 1Pksj7uJcg6ztVZ3x9fvrd/rENEaGoSguo8aIzN/qpU=",
        "7, WmH8K1T5z6cXdPJDIUPdQMbLKxGUf69lp9PaXLZRmcg=",
        "256, z17/2xHQknou31Ow5zx4N/ZZQU4AU32l2Q61xMSf8nQ=",
        "257, hVuTaqAMuYtRFEhCSa0514pr6TYj4mwB6OSH3AIYSlo=",
        "1000, L/M/udjxT4nKMGKJYzM2oWj/P0Uy6PdBoAGdy0wdYKE="
    })
    void a_tree_has_the_root_that_others_compute(int size, String root) {
        Frontier frontier = Frontier.EMPTY.append(naive.leaves(0, size), NodeSink.NONE);

        assertThat(frontier.root()).hasToString(root);
        assertThat(frontier.size()).isEqualTo(size);
    }

    @Test
    void appending_one_by_one_is_the_same_as_computing_all_again() {
        Frontier frontier = Frontier.EMPTY;
        for (int size = 0; size <= SIZES; size++) {
            assertThat(frontier.root()).as("size %d", size).isEqualTo(naive.root(size));
            frontier = frontier.append(naive.leaves(size, size + 1), NodeSink.NONE);
        }
    }

    @Test
    void batches_of_any_size_and_a_restart_after_each_leave_the_same_tree() {
        Random random = new Random(20261126);
        for (int run = 0; run < 50; run++) {
            Frontier frontier = Frontier.EMPTY;
            while (frontier.size() < SIZES) {
                int from = (int) frontier.size();
                int to = Math.min(SIZES, from + random.nextInt(40));
                frontier = Frontier.parse(
                        frontier.append(naive.leaves(from, to), NodeSink.NONE).toBytes());
            }
            assertThat(frontier.root()).isEqualTo(naive.root(SIZES));
        }
    }

    @Test
    void every_complete_subtree_is_told_once_with_its_hash() {
        Map<Subtree, Hash> told = new HashMap<>();

        Frontier.EMPTY.append(
                naive.leaves(0, SIZES),
                (at, hash) -> assertThat(told.put(at, hash)).isNull());

        told.forEach((at, hash) ->
                assertThat(hash).isEqualTo(naive.hash((int) at.start(), (int) (at.start() + (1L << at.level())))));
        assertThat(told).hasSize(2 * SIZES - Integer.bitCount(SIZES));
    }

    @Test
    void a_batch_that_was_not_committed_leaves_the_frontier_as_it_was() {
        Frontier before = Frontier.EMPTY.append(naive.leaves(0, 5), NodeSink.NONE);
        byte[] stored = before.toBytes();

        before.append(naive.leaves(5, 9), NodeSink.NONE);

        assertThat(before.toBytes()).isEqualTo(stored);
        assertThat(before.root()).isEqualTo(naive.root(5));
    }

    @Test
    void a_frontier_takes_as_many_hashes_as_its_size_has_bits() {
        assertThat(Frontier.EMPTY.append(naive.leaves(0, 255), NodeSink.NONE).toBytes())
                .hasSize(8 + 8 * 32);
        assertThat(Frontier.EMPTY.append(naive.leaves(0, 256), NodeSink.NONE).toBytes())
                .hasSize(8 + 32);
    }

    @Test
    void stored_bytes_that_are_no_frontier_are_refused() {
        byte[] five = Frontier.EMPTY.append(naive.leaves(0, 5), NodeSink.NONE).toBytes();

        for (byte[] wrong : List.of(
                new byte[7], java.util.Arrays.copyOf(five, five.length - 1), java.util.Arrays.copyOf(five, 200))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Frontier.parse(wrong))
                    .withMessageContaining("bytes");
        }
        five[0] = (byte) 0x80;
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.parse(five));
    }
}
