package onepermit.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final ExchangeKey KEY = ExchangeKey.of(new byte[32]);
    private static final ExchangeKey OTHER = ExchangeKey.of(HexFormat.of().parseHex("01".repeat(32)));
    private static final CitizenId ONE = new CitizenId("990101199506120117");
    private static final CitizenId TWO = new CitizenId("990101199411030127");

    @Test
    void a_person_has_one_key_under_one_exchange_key() {
        PersonKey key = new PersonKeys(KEY).of(ONE);

        assertThat(key).isEqualTo(new PersonKeys(KEY).of(ONE)).isNotEqualTo(new PersonKeys(KEY).of(TWO));
        assertThat(new PersonKeys(OTHER).of(ONE)).isNotEqualTo(key);
        assertThat(key.bytes()).hasSize(17).startsWith(ExchangeKey.VERSION);
    }

    @Test
    void person_keys_stay_the_same_from_release_to_release() {
        assertThat(new PersonKeys(KEY).of(ONE).hex()).isEqualTo("0196812c7bef73d37b4ecbc071eeb20901");
    }

    @Test
    void keys_are_made_right_by_many_threads_at_once() {
        PersonKeys keys = new PersonKeys(KEY);
        List<PersonKey> made = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(n -> keys.of(ONE))
                .distinct()
                .toList();

        assertThat(made).hasSize(1);
    }

    @Test
    void two_organisations_outside_know_a_person_by_pseudonyms_that_do_not_join() {
        byte[] person = new PersonKeys(KEY).of(ONE).bytes();
        Pseudonyms pseudonyms = new Pseudonyms(KEY);

        byte[] first = pseudonyms.of("bank-a", person);

        assertThat(first)
                .isEqualTo(new Pseudonyms(KEY).of("bank-a", person))
                .isNotEqualTo(pseudonyms.of("bank-b", person))
                .isNotEqualTo(new Pseudonyms(OTHER).of("bank-a", person))
                .isNotEqualTo(person)
                .hasSize(PersonKey.LENGTH)
                .startsWith(0x81);
    }

    @Test
    void on_the_road_a_person_has_a_key_for_each_version_that_there_is_and_one_that_is_missing_is_named(
            @TempDir Path directory) throws IOException {
        PersonKey person = new PersonKeys(KEY).of(ONE);
        Files.writeString(directory.resolve("road-2.key"), "22".repeat(32));
        RoadKeys keys = RoadKeys.in(directory);

        assertThat(keys.of(1, person)).isEqualTo(person);
        assertThat(keys.of(2, person))
                .isNotEqualTo(person)
                .isEqualTo(RoadKeys.in(directory).of(2, person));
        assertThat(keys.of(2, person).bytes()).startsWith(2);
        assertThat(keys.all(person)).containsExactly(person, keys.of(2, person));
        assertThatThrownBy(() -> keys.require(3)).hasMessageContaining("there is no road-3.key beside exchange.key");
    }

    @Test
    void persons_spread_over_all_partitions() {
        PersonKeys keys = new PersonKeys(KEY);
        Stream<Integer> partitions = IntStream.range(0, 200)
                .mapToObj(n -> keys.of(new CitizenId("99010119950612%04d".formatted(n)))
                        .partition(4));

        assertThat(partitions.distinct()).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void a_tag_depends_on_dataset_key_and_where_the_parts_are_cut() {
        DatasetKeys keys = new DatasetKeys(KEY);
        byte[] tag = keys.tag("hukou.kinship", bytes("ab"), bytes("c"));

        assertThat(tag).hasSize(16).isEqualTo(new DatasetKeys(KEY).tag("hukou.kinship", bytes("ab"), bytes("c")));
        assertThat(tag).isNotEqualTo(keys.tag("hukou.kinship", bytes("a"), bytes("bc")));
        assertThat(tag).isNotEqualTo(keys.tag("name.tag", bytes("ab"), bytes("c")));
        assertThat(tag).isNotEqualTo(new DatasetKeys(OTHER).tag("hukou.kinship", bytes("ab"), bytes("c")));
    }

    @Test
    void the_key_comes_from_its_file_and_never_prints_itself(@TempDir Path keys) throws IOException {
        Files.writeString(keys.resolve("exchange.key"), "00".repeat(32) + "\n");

        ExchangeKey read = ExchangeKey.in(keys);

        assertThat(new PersonKeys(read).of(ONE)).isEqualTo(new PersonKeys(KEY).of(ONE));
        assertThat(read).hasToString("ExchangeKey[…]");
    }

    @Test
    void a_missing_or_damaged_key_file_is_named(@TempDir Path keys) throws IOException {
        assertThatThrownBy(() -> ExchangeKey.in(keys)).hasMessageContaining("exchange.key");

        Files.writeString(keys.resolve("exchange.key"), "abc");

        assertThatThrownBy(() -> ExchangeKey.in(keys))
                .hasMessageContaining("32 bytes in hex")
                .hasMessageNotContaining("abc");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
