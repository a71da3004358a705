package onepermit.exchange.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 0, 1, tile/0/000.p/1",
        "1, 999, 255, tile/1/999.p/255",
        "2, 1000, 256, tile/2/x001/000",
        "7, 9223372036854775807, 256, tile/7/x009/x223/x372/x036/x854/x775/807"
    })
    void a_tile_has_one_path(int level, long index, int width, String path) {
        assertThat(new Tile(level, index, width).path()).isEqualTo(path);
        if (!path.endsWith("807")) {
            assertThat(Tile.parse(path)).isEqualTo(new Tile(level, index, width));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/67",
                "tile/0/0067",
                "tile/0/x000/067",
                "tile/0/x01/067",
                "tile/0/001/067",
                "tile/0/x001/x067",
                "tile/0/067.p/0",
                "tile/0/067.p/256",
                "tile/0/067.p/01",
                "tile/0/067.p/",
                "tile/00/067",
                "tile/8/067",
                "tile/-1/067",
                "tile/0/../067",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/0/",
                "/tile/0/067",
                "tile/0/067\n",
                "tile/entries/067"
            })
    void no_other_path_names_a_tile(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.parse(path)).withMessageContaining("expected");
    }

    /** The example of the specification. */
    @Test
    void a_tree_of_70000_has_the_tiles_that_tlog_tiles_counts() {
        List<Tile> full = Tile.completed(0, 70_000);

        assertThat(full).filteredOn(tile -> tile.level() == 0).hasSize(273);
        assertThat(full).filteredOn(tile -> tile.level() == 1).containsExactly(new Tile(1, 0, 256));
        assertThat(full).hasSize(274);
        assertThat(Tile.partial(70_000)).containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(Tile.partial(256)).containsExactly(new Tile(1, 0, 1));
        assertThat(Tile.partial(0)).isEmpty();
    }

    @Test
    void a_tile_completes_in_exactly_one_batch() {
        for (int step : new int[] {1, 7, 255, 256, 1000}) {
            List<Tile> completed = new ArrayList<>();
            for (int size = 0; size < 70_000; size += step) {
                completed.addAll(Tile.completed(size, Math.min(70_000, size + step)));
            }
            assertThat(completed).as("step %d", step).containsExactlyInAnyOrderElementsOf(Tile.completed(0, 70_000));
        }
        assertThat(Tile.completed(0, 70_000))
                .allSatisfy(tile -> assertThat(tile.partial()).isFalse());
    }

    @Test
    void tiles_alone_prove_all_that_the_tree_proves() {
        int size = 70_000;
        Map<Subtree, Hash> stored = NaiveTree.stored(size);
        Proofs fromAll = new Proofs(NaiveTree.nodes(stored));
        for (int tree : new int[] {1, 255, 256, 257, 65_535, 65_536, 65_537, size}) {
            Set<Tile> served = new HashSet<>(Tile.completed(0, tree));
            served.addAll(Tile.partial(tree));
            Proofs fromTiles = new Proofs(new TileNodes(tile -> bytes(stored, served, tile), tree));

            assertThat(fromTiles.root(tree)).isEqualTo(fromAll.root(tree));
            for (int index = 0; index < tree; index += Math.max(1, tree / 97)) {
                assertThat(fromTiles.inclusion(index, tree)).isEqualTo(fromAll.inclusion(index, tree));
                assertThat(fromTiles.consistency(index, tree)).isEqualTo(fromAll.consistency(index, tree));
            }
        }
    }

    @Test
    void a_tile_that_is_too_short_and_a_subtree_beyond_the_tree_are_named() {
        Nodes nodes = new TileNodes(tile -> new byte[31], 300);

        assertThatIllegalStateException()
                .isThrownBy(() -> nodes.read(List.of(new Subtree(0, 299))))
                .withMessageContaining("tile/0/001.p/44 has 31 bytes");
        assertThatIllegalStateException()
                .isThrownBy(() -> nodes.read(List.of(new Subtree(2, 75))))
                .withMessageContaining("300");
    }

    private static byte[] bytes(Map<Subtree, Hash> stored, Set<Tile> served, Tile tile) {
        assertThat(served).contains(tile);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NaiveTree.nodes(stored).read(tile.hashes()).forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }
}
