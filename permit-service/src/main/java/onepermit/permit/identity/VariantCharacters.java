package onepermit.permit.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Characters that are written in more than one way, or that many machines cannot write; the table is {@code identity/variants.yaml}. */
final class VariantCharacters {
    private final List<Set<Integer>> groups;
    private final List<Range> rare;
    private final Set<Integer> placeholders;

    private VariantCharacters(List<String> groups, List<Range> rare, String placeholders) {
        this.groups = groups.stream().map(VariantCharacters::codePoints).toList();
        this.rare = rare;
        this.placeholders = codePoints(placeholders);
    }

    static VariantCharacters load() {
        try (InputStream table =
                Objects.requireNonNull(VariantCharacters.class.getResourceAsStream("/identity/variants.yaml"))) {
            Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(table);
            return new VariantCharacters(
                    texts(yaml, "variants"),
                    texts(yaml, "rare").stream().map(Range::of).toList(),
                    String.join("", texts(yaml, "placeholders")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Is the difference one of writing only: known variants of each other, or a rare character against whatever stood in for it? */
    boolean explain(NameDifference difference) {
        return variants(difference.recorded(), difference.given())
                || standsIn(difference.recorded(), difference.given())
                || standsIn(difference.given(), difference.recorded());
    }

    private boolean variants(List<Integer> a, List<Integer> b) {
        return a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> variants(a.get(i), b.get(i)));
    }

    private boolean variants(int a, int b) {
        return a == b || groups.stream().anyMatch(group -> group.contains(a) && group.contains(b));
    }

    /** One rare character, written as another character, left out, replaced by a placeholder or spelled in Latin letters. */
    private boolean standsIn(List<Integer> rareOne, List<Integer> other) {
        IntPredicate written = c -> placeholders.contains(c) || c < 0x80 && Character.isLetter(c);
        return rareOne.size() == 1
                && rare.stream().anyMatch(range -> range.holds(rareOne.getFirst()))
                && (other.size() <= 1 || other.stream().allMatch(written::test));
    }

    private static Set<Integer> codePoints(String text) {
        return text.codePoints().boxed().collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked") // the table is ours
    private static List<String> texts(Map<String, Object> yaml, String key) {
        return (List<String>) Objects.requireNonNull(yaml.get(key));
    }

    private record Range(int from, int to) {
        static Range of(String text) {
            String[] ends = text.split("-", 2);
            return new Range(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[1], 16));
        }

        boolean holds(int codePoint) {
            return codePoint >= from && codePoint <= to;
        }
    }
}
