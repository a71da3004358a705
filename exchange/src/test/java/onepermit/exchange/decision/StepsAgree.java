package onepermit.exchange.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import onepermit.exchange.decision.RuleSet.InlineCase;
import onepermit.exchange.decision.step.Slots;
import onepermit.exchange.decision.step.Step;

/**
 * Holds the steps of a rule set's expressions against the CEL runtime: over the values of its cases, changed at random, with each unknown or
 * untold in turn, both come to the same value, to unknown, or to an error.
 */
public final class StepsAgree {
    private static final int ROUNDS = 40;
    private static final long SEED = 20261126;
    private final Random random = new Random(SEED);
    private int values;

    private StepsAgree() {}

    /** @throws AssertionError also when steps do not know a part of an expression, and the CEL runtime would be asked in every decision */
    public static void of(RuleSet rules) {
        List<Expression> expressions = expressions(rules).toList();
        assertThat(expressions)
                .allSatisfy(e -> assertThat(e.step()).as(e.source()).isPresent());
        StepsAgree test = new StepsAgree();
        for (InlineCase each : rules.cases()) {
            for (int round = 0; round < ROUNDS; round++) {
                Values values = test.values(rules, each);
                expressions.forEach(expression -> test.agree(expression, values));
            }
        }
        assertThat(test.values).as("values found by steps").isPositive();
    }

    static void of(Expression expression, Slots slots, Map<String, Object> given) {
        StepsAgree test = new StepsAgree();
        for (int round = 0; round < 10 * ROUNDS; round++) {
            Values values = new Values(slots);
            given.forEach((name, value) -> test.tell(values, name, value));
            test.agree(expression, values);
        }
        assertThat(test.values)
                .as("values of '%s' found by steps", expression.source())
                .isPositive();
    }

    /** Intermediate values are told as their expressions say; what criteria tell on the way is made up. */
    private Values values(RuleSet rules, InlineCase each) {
        Values values = new Values(rules.slots());
        values.putAll(rules.parameters());
        Map<String, Object> given = new HashMap<>(each.given());
        given.putIfAbsent("division", rules.jurisdiction().value());
        given.put("evaluationDate", 20240831L);
        given.put("outcome", "ELIGIBLE");
        rules.rules().forEach(rule -> {
            given.put("points." + rule.id(), 10L);
            rule.row().ifPresent(row -> given.put("row." + row.table(), rule.id()));
            rule.row().ifPresent(row -> given.put("table." + row.table(), rule.id()));
        });
        given.put("points.total", 10L);
        new TreeMap<>(given).forEach((name, value) -> tell(values, name, value));
        for (RuleSet.Named named : rules.derived()) {
            agree(named.expression(), values);
            Object value = outcome(named.expression(), values);
            if (value instanceof Optional<?> told) {
                told.ifPresentOrElse(v -> values.known(named.name(), v), () -> values.unknown(named.name()));
            }
        }
        return values;
    }

    private void tell(Values values, String name, Object value) {
        switch (random.nextInt(12)) {
            case 0 -> values.unknown(name);
            case 1 -> {} // not told at all
            case 2, 3, 4 -> values.known(name, changed(value));
            default -> values.known(name, value);
        }
    }

    private Object changed(Object value) {
        return switch (value) {
            case Long number -> number(number);
            case Boolean ignored -> random.nextBoolean();
            case String text -> random.nextInt(3) == 0 ? "" : text + "𠮷";
            case List<?> list -> list(list);
            default -> value;
        };
    }

    private Object number(long number) {
        return switch (random.nextInt(5)) {
            case 0 -> 0L;
            case 1 -> Long.MAX_VALUE;
            case 2 -> Long.MIN_VALUE;
            default -> number + random.nextInt(5) - 2;
        };
    }

    private List<Object> list(List<?> list) {
        List<Object> changed = new ArrayList<>(list);
        if (!changed.isEmpty()) {
            changed.remove(random.nextInt(changed.size()));
        }
        return changed;
    }

    private void agree(Expression expression, Values values) {
        Object steps = steps(expression, values);
        Object runtime = outcome(expression, values);
        if (!steps.equals("left")) {
            assertThat(steps).as("%s with %s", expression.source(), values).isEqualTo(runtime);
            values(steps);
        }
        assertThat(whole(expression, values)).isEqualTo(runtime);
    }

    private void values(Object found) {
        values += found.equals(Optional.empty()) ? 0 : 1;
    }

    private static Object steps(Expression expression, Values values) {
        try {
            Object value = values.frame().value(expression.step().orElseThrow());
            return value == Step.UNKNOWN ? Optional.empty() : Optional.of(value);
        } catch (RuntimeException e) {
            return "left";
        }
    }

    private static Object whole(Expression expression, Values values) {
        try {
            return expression.value(values);
        } catch (IllegalStateException e) {
            return "error";
        }
    }

    private static Object outcome(Expression expression, Values values) {
        try {
            return expression.evaluated(values);
        } catch (IllegalStateException e) {
            return "error";
        }
    }

    private static Stream<Expression> expressions(RuleSet rules) {
        RuleSet.Results results = rules.results();
        return Stream.of(
                        rules.derived().stream().map(RuleSet.Named::expression),
                        rules.rules().stream().flatMap(StepsAgree::expressions),
                        Stream.of(results.code(), results.points(), results.division(), results.date(), results.items())
                                .flatMap(Optional::stream))
                .flatMap(s -> s);
    }

    private static Stream<Expression> expressions(Rule rule) {
        Stream<Expression> conditions = Stream.of(
                        rule.applies(), rule.met(), rule.points(), rule.row().flatMap(Rule.Row::gives))
                .flatMap(Optional::stream);
        Stream<Expression> texts = Stream.of(rule.value(), rule.required())
                .flatMap(Optional::stream)
                .flatMap(phrase ->
                        Stream.concat(phrase.zh().expressions(), phrase.en().expressions()));
        Stream<Expression> follow = Stream.concat(rule.notMet().stream(), rule.reviewUnknown().stream())
                .flatMap(StepsAgree::expressions);
        return Stream.of(conditions, texts, follow).flatMap(s -> s);
    }

    private static Stream<Expression> expressions(Rule.Consequence consequence) {
        return Stream.of(
                        consequence.when().stream(),
                        consequence.earliest().stream(),
                        consequence.textZh().expressions(),
                        consequence.textEn().expressions())
                .flatMap(s -> s);
    }
}
