package onepermit.exchange.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Vectors of others, where they are: the folder {@code testdata} of github.com/transparency-dev/merkle, named by
 * {@code -Donepermit.vectors=FOLDER} or {@code ONEPERMIT_TEST_VECTORS}. Subtrees that do not begin at leaf 0 are not of RFC 9162 and left
 * out, as are sizes beyond 2^63 - 1.
 */
class ForeignVectorsTest {
    private static final String ABSENT =
            "no folder of vectors is named by -Donepermit.vectors or ONEPERMIT_TEST_VECTORS";

    @TestFactory
    Stream<DynamicTest> inclusion() {
        return vectors("inclusion", vector -> inclusion(vector, "leafIdx", "treeSize"));
    }

    @TestFactory
    Stream<DynamicTest> inclusion_in_a_subtree_from_leaf_0() {
        return vectors("subtreeinclusion", vector -> inclusion(vector, "leafIdx", "end"));
    }

    @TestFactory
    Stream<DynamicTest> consistency() {
        return vectors("consistency", vector -> consistency(vector, "size1", "size2"));
    }

    @TestFactory
    Stream<DynamicTest> consistency_of_a_subtree_from_leaf_0() {
        return vectors("subtreeconsistency", vector -> consistency(vector, "end", "size"));
    }

    private interface Check {
        boolean holds(JsonObject vector);
    }

    private static boolean inclusion(JsonObject vector, String index, String size) {
        return Verification.inclusion(
                        hash(vector.get("leafHash")),
                        vector.get(index).getAsLong(),
                        vector.get(size).getAsLong(),
                        proof(vector),
                        hash(vector.get("root")))
                .holds();
    }

    private static boolean consistency(JsonObject vector, String earlier, String later) {
        return Verification.consistency(
                        vector.get(earlier).getAsLong(),
                        hash(vector.get("root1")),
                        vector.get(later).getAsLong(),
                        hash(vector.get("root2")),
                        proof(vector))
                .holds();
    }

    private static Stream<DynamicTest> vectors(String kind, Check check) {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest("no vectors", () -> abort(ABSENT)));
        }
        List<Path> files = files(folder.get().resolve(kind));
        assertThat(files).as("vectors in %s", folder.get()).isNotEmpty();
        return files.stream()
                .filter(file -> isOfRfc9162(read(file)))
                .map(file ->
                        DynamicTest.dynamicTest(folder.get().relativize(file).toString(), () -> {
                            JsonObject vector = read(file);
                            assertThat(holds(check, vector))
                                    .isEqualTo(!vector.get("wantErr").getAsBoolean());
                        }));
    }

    /** No hash at all cannot even be asked about. */
    private static boolean holds(Check check, JsonObject vector) {
        try {
            return check.holds(vector);
        } catch (IllegalArgumentException noHash) {
            return false;
        }
    }

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("onepermit.vectors", System.getenv("ONEPERMIT_TEST_VECTORS")))
                .map(Path::of);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject read(Path file) {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOfRfc9162(JsonObject vector) {
        boolean subtree = vector.has("start");
        return !subtree
                || (vector.get("start").getAsBigInteger().signum() == 0
                        && vector.get("end").getAsBigInteger().signum() > 0);
    }

    private static List<Hash> proof(JsonObject vector) {
        JsonElement proof = vector.get("proof");
        return proof.isJsonNull()
                ? List.of()
                : StreamSupport.stream(proof.getAsJsonArray().spliterator(), false)
                        .map(ForeignVectorsTest::hash)
                        .toList();
    }

    /** Some vectors have any words for a hash: what they hash to stands for them, equal where they are equal. */
    private static Hash hash(JsonElement base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.getAsString());
        return bytes.length == Hash.LENGTH || bytes.length == 0 ? Hash.of(bytes) : new TreeHasher().leaf(bytes);
    }
}
