package onepermit.exchange.decision;

import dev.cel.common.types.SimpleType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.decision.Rule.Consequence;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.yaml.Yaml;

/** Reads the criteria of a rule set, and holds them to what the law demands of a rule that refuses. */
final class Criteria {
    private static final Set<String> KEYS = Set.of(
            "id",
            "nameZh",
            "nameEn",
            "article",
            "applies",
            "met",
            "value",
            "valueZh",
            "required",
            "requiredZh",
            "points",
            "maxPoints",
            "onNotMet",
            "onUnknown",
            "table",
            "gives",
            "unverified",
            "maxAge",
            "note");
    private static final Set<String> CONSEQUENCE_KEYS =
            Set.of("when", "outcome", "reason", "textZh", "textEn", "earliest");
    private static final Map<String, Outcome> FOLLOWS = Map.of(
            "VETOED", Outcome.OUTCOME_VETOED,
            "NOT_ELIGIBLE", Outcome.OUTCOME_NOT_ELIGIBLE,
            "NOT_YET", Outcome.OUTCOME_NOT_YET,
            "NEEDS_REVIEW", Outcome.OUTCOME_NEEDS_REVIEW);

    private final Scope scope;
    private final boolean cited;
    private final Set<String> tables = new HashSet<>();

    /** @param cited the rule set names its document */
    Criteria(Scope scope, boolean cited) {
        this.scope = scope;
        this.cited = cited;
    }

    /** Each may use the points of those above it. */
    List<Rule> read(Yaml rules) {
        var read = rules.children("criteria").stream().map(this::rule).toList();
        if (read.stream().map(Rule::id).distinct().count() < read.size()) {
            throw rules.wrong("two criteria have the same 'id'");
        }
        return read;
    }

    private Rule rule(Yaml entry) {
        entry.onlyKeys(KEYS);
        var rule = compiled(entry);
        if (rule.notMet().stream().anyMatch(c -> refuses(c.outcome()))
                && !(cited && !rule.article().isEmpty())) {
            throw entry.wrong("a criterion that can refuse needs an 'article', and its rule set a 'documentNumber'");
        }
        if (!rule.notMet().isEmpty() && rule.met().isEmpty()) {
            throw entry.wrong("'onNotMet' without 'met' never happens");
        }
        if (rule.row().isPresent() && (rule.met().isEmpty() || rule.points().isPresent())) {
            throw entry.wrong("a row of a table has 'met' and no 'points'");
        }
        rule.points().ifPresent(given -> scope.declare(entry, "points." + rule.id(), SimpleType.INT));
        return rule;
    }

    private Rule compiled(Yaml entry) {
        var row = row(entry);
        var applies = scope.expression(entry, "applies", SimpleType.BOOL);
        var met = scope.expression(entry, "met", SimpleType.BOOL);
        var points = scope.expression(entry, "points", SimpleType.INT);
        var value = scope.phrase(entry, "value");
        var variables = Rule.variablesOf(applies, met, points, row.flatMap(Rule.Row::gives));
        row.ifPresent(r -> variables.add("row." + r.table()));
        value.ifPresent(text -> variables.addAll(text.variables()));
        return new Rule(
                entry.text("id"),
                entry.textIfAny("article").orElse(""),
                applies,
                met,
                value,
                scope.phrase(entry, "required"),
                points,
                entry.children("onNotMet").stream().map(this::consequence).toList(),
                reviewUnknown(entry),
                entry.value("onUnknown").filter("IGNORE"::equals).isPresent(),
                entry.flag("unverified"),
                entry.durationIfAny("maxAge"),
                row,
                variables,
                scope.slots().all(variables),
                scope.slots().declare("points." + entry.text("id")),
                Line.of(entry));
    }

    /** Criteria below a table may speak of `row.<table>`, the id of the row met, and `table.<table>`, what it gives; empty = none yet. */
    private Optional<Rule.Row> row(Yaml entry) {
        var table = entry.textIfAny("table");
        if (table.isEmpty() && entry.value("gives").isPresent()) {
            throw entry.wrong("'gives' without 'table'");
        }
        return table.map(name -> {
            if (tables.add(name)) {
                scope.declare(entry, "row." + name, SimpleType.STRING);
                scope.declare(entry, "table." + name, SimpleType.STRING);
            }
            return new Rule.Row(
                    name,
                    scope.expression(entry, "gives", SimpleType.STRING),
                    scope.slots().of("row." + name),
                    scope.slots().of("table." + name));
        });
    }

    private static boolean refuses(Outcome outcome) {
        return outcome == Outcome.OUTCOME_NOT_ELIGIBLE || outcome == Outcome.OUTCOME_VETOED;
    }

    private Consequence consequence(Yaml entry) {
        entry.onlyKeys(CONSEQUENCE_KEYS);
        var outcome = Optional.ofNullable(FOLLOWS.get(entry.text("outcome")))
                .orElseThrow(() -> entry.wrong("'outcome' is one of "
                        + FOLLOWS.keySet().stream().sorted().toList()));
        var earliest = scope.expression(entry, "earliest", SimpleType.INT);
        if (earliest.isPresent() != (outcome == Outcome.OUTCOME_NOT_YET)) {
            throw entry.wrong("NOT_YET says the 'earliest' date, and nothing else does");
        }
        var when = scope.expression(entry, "when", SimpleType.BOOL);
        return new Consequence(
                when,
                outcome,
                entry.text("reason"),
                text(entry, "textZh"),
                text(entry, "textEn"),
                earliest,
                scope.slots().all(Rule.variablesOf(when, earliest)));
    }

    private Template text(Yaml entry, String key) {
        return scope.template(entry, key).orElseThrow(() -> entry.wrong("'" + key + "' is missing"));
    }

    /** An unknown value waits, is looked at, or is ignored; it never refuses. */
    private Optional<Consequence> reviewUnknown(Yaml entry) {
        var onUnknown = entry.value("onUnknown").orElse("PENDING");
        if (onUnknown.equals("PENDING") || onUnknown.equals("IGNORE")) {
            return Optional.empty();
        }
        var review = onUnknown instanceof Map
                ? entry.child("onUnknown").map(this::consequence)
                : Optional.<Consequence>empty();
        return Optional.of(review.filter(c ->
                        c.outcome() == Outcome.OUTCOME_NEEDS_REVIEW && c.when().isEmpty())
                .orElseThrow(() -> entry.wrong(
                        "'onUnknown' is PENDING, IGNORE, or a NEEDS_REVIEW with reason, textZh and textEn")));
    }
}
