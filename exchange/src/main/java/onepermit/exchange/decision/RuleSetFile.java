package onepermit.exchange.decision;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.RuleSetRef;

/** Reads a rule set: strict about keys, compiles every expression, and lints what the law demands of a refusing rule. */
final class RuleSetFile {
    private static final Set<String> KEYS = Set.of(
            "id",
            "use",
            "jurisdiction",
            "title",
            "documentNumber",
            "effectiveFrom",
            "effectiveTo",
            "synthetic",
            "source",
            "parameters",
            "derived",
            "criteria",
            "result",
            "cases");
    private static final Set<String> CRITERION_KEYS = Set.of(
            "id",
            "nameZh",
            "nameEn",
            "article",
            "applies",
            "met",
            "value",
            "required",
            "points",
            "maxPoints",
            "onNotMet",
            "onUnknown",
            "unverified",
            "note");
    private static final Set<String> CONSEQUENCE_KEYS =
            Set.of("when", "outcome", "reason", "textZh", "textEn", "earliest");

    private final Yaml yaml;
    private final String text;
    private final Vocabulary vocabulary;
    private final Map<String, CelType> variables = new LinkedHashMap<>();
    private Expressions expressions;

    private RuleSetFile(String file, String text, Vocabulary vocabulary) {
        this.yaml = Yaml.read(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        this.text = text;
        this.vocabulary = vocabulary;
        this.expressions = new Expressions(Map.of());
    }

    static RuleSet read(String file, String text, Vocabulary vocabulary) {
        return new RuleSetFile(file, text, vocabulary).ruleSet();
    }

    private RuleSet ruleSet() {
        yaml.onlyKeys(KEYS);
        var parameters = parameters();
        declare(parameters);
        var lets = lets();
        var rules = yaml.children("criteria").stream().map(this::rule).toList();
        var results = results(rules);
        return new RuleSet(
                yaml.text("use"),
                new DivisionCode(yaml.text("jurisdiction")),
                yaml.date("effectiveFrom"),
                yaml.dateIfAny("effectiveTo"),
                ref(),
                parameters,
                yaml.named("parameters").values().stream().anyMatch(p -> p.flag("unverified"))
                        || rules.stream().anyMatch(Rule::unverified),
                lets,
                rules,
                results,
                vocabulary,
                cases());
    }

    private RuleSetRef ref() {
        return RuleSetRef.newBuilder()
                .setId(yaml.text("id"))
                .setJurisdiction(yaml.text("jurisdiction"))
                .setDocumentNumber(yaml.textIfAny("documentNumber").orElse(""))
                .setEffectiveFrom(yaml.date("effectiveFrom").toString())
                .setEffectiveTo(
                        yaml.dateIfAny("effectiveTo").map(LocalDate::toString).orElse(""))
                .setSynthetic(yaml.flag("synthetic"))
                .setHash(hash())
                .build();
    }

    private Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        yaml.named("parameters").forEach((name, entry) -> {
            entry.onlyKeys(Set.of("value", "source", "unverified", "note"));
            parameters.put(
                    "param." + name,
                    celValue(entry.value("value").orElseThrow(() -> entry.wrong("'value' is missing"))));
        });
        return parameters;
    }

    private void declare(Map<String, Object> parameters) {
        vocabulary.words().values().forEach(word -> variables.put(word.name(), word.celType()));
        variables.put("evaluationDate", SimpleType.INT);
        variables.put("division", SimpleType.STRING);
        parameters.forEach((name, value) -> variables.put(name, typeOf(value)));
        expressions = new Expressions(variables);
    }

    /** Each may use those above it. */
    private List<RuleSet.Named> lets() {
        var lets = new ArrayList<RuleSet.Named>();
        for (var entry : yaml.children("derived")) {
            entry.onlyKeys(Set.of("name", "type", "is", "note"));
            var name = "derived." + entry.text("name");
            lets.add(new RuleSet.Named(name, compile(entry, entry.text("is"))));
            variables.put(
                    name, new Vocabulary.Word(name, entry.textIfAny("type").orElse("int"), "", "").celType());
            expressions = new Expressions(variables);
        }
        return lets;
    }

    private Rule rule(Yaml entry) {
        entry.onlyKeys(CRITERION_KEYS);
        var notMet = entry.children("onNotMet").stream().map(this::consequence).toList();
        if (notMet.stream()
                        .anyMatch(c ->
                                c.outcome() == Outcome.OUTCOME_NOT_ELIGIBLE || c.outcome() == Outcome.OUTCOME_VETOED)
                && (yaml.textIfAny("documentNumber").isEmpty()
                        || entry.textIfAny("article").isEmpty())) {
            throw entry.wrong("a criterion that can refuse needs an 'article', and its rule set a 'documentNumber'");
        }
        var unknown = entry.value("onUnknown").orElse("PENDING");
        return new Rule(
                entry.text("id"),
                entry.text("nameZh"),
                entry.text("nameEn"),
                entry.textIfAny("article").orElse(""),
                expression(entry, "applies"),
                expression(entry, "met"),
                entry.textIfAny("value").map(t -> template(entry, t)),
                entry.textIfAny("required").map(t -> template(entry, t)),
                expression(entry, "points"),
                entry.integerIfAny("maxPoints"),
                notMet,
                unknown instanceof Map ? entry.child("onUnknown").map(this::consequence) : Optional.empty(),
                unknown.equals("IGNORE"),
                entry.flag("unverified"));
    }

    private Rule.Consequence consequence(Yaml entry) {
        entry.onlyKeys(CONSEQUENCE_KEYS);
        return new Rule.Consequence(
                expression(entry, "when"),
                outcome(entry),
                entry.text("reason"),
                template(entry, entry.text("textZh")),
                template(entry, entry.text("textEn")),
                expression(entry, "earliest"));
    }

    private static Outcome outcome(Yaml entry) {
        try {
            return Outcome.valueOf("OUTCOME_" + entry.text("outcome"));
        } catch (IllegalArgumentException e) {
            throw entry.wrong("unknown outcome '" + entry.text("outcome") + "'");
        }
    }

    private RuleSet.Results results(List<Rule> rules) {
        variables.put("points.total", SimpleType.INT);
        rules.stream()
                .filter(r -> r.points().isPresent())
                .forEach(r -> variables.put("points." + r.id(), SimpleType.INT));
        expressions = new Expressions(variables);
        var entry = yaml.child("result");
        entry.ifPresent(e -> e.onlyKeys(Set.of("code", "points", "maxPoints", "division", "date", "items")));
        return new RuleSet.Results(
                entry.flatMap(e -> expression(e, "code")),
                entry.flatMap(e -> expression(e, "points")),
                entry.flatMap(e -> e.integerIfAny("maxPoints")),
                entry.flatMap(e -> expression(e, "division")),
                entry.flatMap(e -> expression(e, "date")),
                entry.flatMap(e -> expression(e, "items")));
    }

    private List<RuleSet.InlineCase> cases() {
        return yaml.children("cases").stream()
                .map(entry -> {
                    entry.onlyKeys(Set.of("name", "date", "given", "unknown", "expect"));
                    return new RuleSet.InlineCase(
                            entry.text("name"),
                            entry.date("date"),
                            celMap(entry.child("given").map(Yaml::entries).orElse(Map.of())),
                            entry.value("unknown")
                                    .map(v -> ((List<?>) v)
                                            .stream().map(Object::toString).toList())
                                    .orElse(List.of()),
                            entry.child("expect")
                                    .map(Yaml::entries)
                                    .orElseThrow(() -> entry.wrong("'expect' is missing")));
                })
                .toList();
    }

    private Optional<Expression> expression(Yaml entry, String key) {
        return entry.textIfAny(key).map(source -> compile(entry, source));
    }

    private Expression compile(Yaml entry, String source) {
        try {
            return expressions.compile(source);
        } catch (IllegalArgumentException e) {
            throw entry.wrong(String.valueOf(e.getMessage()));
        }
    }

    private Template template(Yaml entry, String source) {
        try {
            return Template.compile(source, expressions);
        } catch (IllegalArgumentException e) {
            throw entry.wrong(String.valueOf(e.getMessage()));
        }
    }

    private String hash() {
        try {
            var canonical = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CelType typeOf(Object value) {
        return switch (value) {
            case Long ignored -> SimpleType.INT;
            case Double ignored -> SimpleType.DOUBLE;
            case Boolean ignored -> SimpleType.BOOL;
            case Map<?, ?> ignored -> MapType.create(SimpleType.STRING, SimpleType.DYN);
            case List<?> ignored -> dev.cel.common.types.ListType.create(SimpleType.DYN);
            default -> SimpleType.STRING;
        };
    }

    static Map<String, Object> celMap(Map<?, ?> map) {
        var values = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> values.put(key.toString(), celValue(value)));
        return values;
    }

    /** YAML's values as CEL has them: whole numbers are longs, dates are ints yyyymmdd. */
    private static Object celValue(Object value) {
        return switch (value) {
            case Integer i -> i.longValue();
            case java.util.Date d ->
                (long) onepermit.exchange.identity.Dates.toCode(
                        d.toInstant().atZone(java.time.ZoneOffset.UTC).toLocalDate());
            case Map<?, ?> m -> celMap(m);
            case List<?> l -> l.stream().map(RuleSetFile::celValue).toList();
            default -> value;
        };
    }
}
