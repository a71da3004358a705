package onepermit.exchange.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.decision.step.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps say what the CEL runtime says, or leave it to it. */
class StepsTest {
    private static final Slots SLOTS = new Slots();
    private static final Expressions EXPRESSIONS = new Expressions(types(), SLOTS, new CodeNames(Map.of()));
    private static final Map<String, Object> GIVEN = Map.of(
            "a",
            7L,
            "b.c",
            3L,
            "s",
            "father",
            "t",
            "350203",
            "p",
            true,
            "q",
            false,
            "texts",
            List.of("HepB1", "father", "BCG1"),
            "numbers",
            List.of(3L, 1L, 7L),
            "map",
            Map.of("father", 2L, "350203", 24L, "word", "HepB1", "list", List.of(1L, 2L)),
            "day",
            20240229L);

    private static Map<String, CelType> types() {
        Map<String, CelType> types = new HashMap<>();
        List.of("a", "b.c", "day").forEach(name -> types.put(name, SimpleType.INT));
        List.of("s", "t").forEach(name -> types.put(name, SimpleType.STRING));
        List.of("p", "q").forEach(name -> types.put(name, SimpleType.BOOL));
        types.put("texts", ListType.create(SimpleType.STRING));
        types.put("numbers", ListType.create(SimpleType.INT));
        types.put("map", MapType.create(SimpleType.STRING, SimpleType.DYN));
        types.put("real", SimpleType.DOUBLE);
        return types;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "p && q",
                "q && p",
                "p || a > 3",
                "!p || !(q && a / b.c > 1)",
                "a / b.c == 2 && p",
                "p || a / (b.c - 3) == 0",
                "p ? a : b.c",
                "q ? s : p ? t : s + t",
                "a + b.c * 2 - a / b.c % 2",
                "-a",
                "-a - b.c",
                "a < b.c || a <= b.c || a > b.c || a >= b.c",
                "s < t || s <= t || s > t || s >= t",
                "p < q || p >= q",
                "a == b.c",
                "s != t",
                "p == q",
                "texts == ['HepB1', 'father', 'BCG1']",
                "numbers != [3, 1]",
                "s in texts",
                "s in ['father', 'mother']",
                "a in numbers",
                "t in map ? int(map[t]) : a",
                "map[s] >= b.c",
                "map[t] == 24",
                "map[s] in numbers",
                "map.word == 'HepB1'",
                "has(map.word) && has(map.nothing)",
                "map.list[1] == 2",
                "texts[0] + texts[1]",
                "numbers[b.c]",
                "size(texts) + size(s) + size(map) + numbers.size()",
                "texts + [s]",
                "texts.all(x, x != s)",
                "texts.exists(x, x == s)",
                "texts.exists(x, x == s && p)",
                "texts.exists_one(x, x == s || q)",
                "texts.filter(x, x.startsWith('Hep') || x.endsWith('1') || x.contains('at'))",
                "texts.map(x, x + ': ' + s)",
                "texts.map(x, x != s, x + t)",
                "texts.filter(x, p).map(x, x + s).exists(x, x.matches('^BCG[0-9]father$'))",
                "texts.map(x, numbers.filter(n, n > b.c)).exists(l, size(l) > 1)",
                "texts.filter(x, x in map && map[x] >= a)",
                "numbers.all(n, numbers.exists(m, m >= n && a >= m))",
                "texts.join(', ') + texts.join()",
                "s.substring(1) + t.substring(0, 4)",
                "t.substring(0, b.c)",
                "string(a) + string(p) + string(s)",
                "int(a) + int(map[t])",
                "s.matches('^f.*r$')",
                "math.least(a, b.c) + math.greatest(a, 0) + math.greatest(a)",
                "dateText(day)",
                "zh(s) + zh(texts) + zh(t)",
                "addMonths(day, b.c)",
                "monthsBetween(day, addDays(day, a)) == 0 && p",
                "within(t, '350200')",
                "byDivision(map, t) == 24",
            })
    void a_text_means_the_same_in_steps(String text) {
        Expression expression = EXPRESSIONS.compile(text);

        assertThat(expression.step()).as("in steps").isPresent();
        StepsAgree.of(expression, SLOTS, GIVEN);
    }

    @Test
    void what_steps_do_not_know_the_runtime_still_does() {
        Values values = new Values(SLOTS);
        values.putAll(GIVEN);
        values.known("real", 1.5);

        assertThat(EXPRESSIONS.compile("{'a': a}[string(s.substring(1, 2))]").step())
                .as("a map")
                .isEmpty();
        assertThat(EXPRESSIONS.compile("{'a': a}[s.substring(1, 2)]").value(values))
                .contains(7L);
        assertThat(EXPRESSIONS.compile("real * 2.0").value(values)).contains(3.0);
        assertThat(EXPRESSIONS
                        .compile("timestamp('2024-02-29T00:00:00Z').getFullYear() + a")
                        .value(values))
                .contains(2031L);
        assertThat(EXPRESSIONS.compile("s == 'x' || map[s] == 2.0").value(values))
                .as("numbers of two kinds")
                .contains(true);
    }

    @Test
    void an_error_is_told_in_the_words_of_the_runtime() {
        Values values = new Values(SLOTS);
        values.putAll(GIVEN);

        assertThatThrownBy(() -> EXPRESSIONS.compile("a / (b.c - 3)").value(values))
                .hasMessageContaining("'a / (b.c - 3)'")
                .hasMessageContaining("zero");
        assertThatThrownBy(() -> EXPRESSIONS.compile("map['nothing']").value(values))
                .hasMessageContaining("nothing");
    }
}
