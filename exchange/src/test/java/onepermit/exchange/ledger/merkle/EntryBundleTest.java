package onepermit.exchange.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

    @Test
    void a_bundle_has_one_path_and_begins_at_its_first_leaf() {
        EntryBundle bundle = new EntryBundle(1_234_067, 8);

        assertThat(bundle.path()).isEqualTo("tile/entries/x001/x234/067.p/8");
        assertThat(EntryBundle.parse(bundle.path())).isEqualTo(bundle);
        assertThat(bundle.start()).isEqualTo(1_234_067L * 256);
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.parse("tile/0/067"));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.parse("tile/entries/67"));
    }

    @Test
    void entries_stand_behind_their_lengths() {
        byte[] longest = new byte[EntryBundle.ENTRY];
        Arrays.fill(longest, (byte) 7);
        List<byte[]> entries = List.of(new byte[] {1, 2, 3}, new byte[0], longest);

        byte[] bundle = EntryBundle.encode(entries);

        assertThat(bundle).startsWith(0, 3, 1, 2, 3, 0, 0, 0xff, 0xff, 7);
        assertThat(EntryBundle.decode(bundle)).usingRecursiveComparison().isEqualTo(entries);
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryBundle.encode(List.of(new byte[EntryBundle.ENTRY + 1])))
                .withMessageContaining("65535");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryBundle.decode(new byte[] {0, 1, 9, 0, 2, 1}))
                .withMessageContaining("entry 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryBundle.decode(new byte[] {0}))
                .withMessageContaining("entry 0");
    }
}
