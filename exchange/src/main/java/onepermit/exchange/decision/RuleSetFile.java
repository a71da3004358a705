package onepermit.exchange.decision;

import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.RuleSetRef;
import onepermit.exchange.yaml.Yaml;

/** Reads a rule set: strict about keys, names and types; every expression is compiled, so that a mistake never waits for a case. */
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
    private static final Set<String> RESULT_KEYS =
            Set.of("code", "points", "maxPoints", "pointScale", "division", "date", "items");

    private final Yaml yaml;
    private final String text;
    private final Vocabulary vocabulary;
    private final Scope scope;

    private RuleSetFile(String file, String text, Vocabulary vocabulary) {
        this.yaml =
                Yaml.read(RuleSetInvalid::new, file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        this.text = text;
        this.vocabulary = vocabulary;
        this.scope = new Scope(vocabulary.codes());
    }

    static RuleSet read(String file, String text, Vocabulary vocabulary) {
        return new RuleSetFile(file, text, vocabulary).ruleSet();
    }

    private RuleSet ruleSet() {
        yaml.onlyKeys(KEYS);
        var ref = ref();
        var parameters = parameters();
        declare(parameters);
        var derived = derived();
        var rules = new Criteria(scope, !ref.getDocumentNumber().isEmpty()).read(yaml);
        requireEvidence(rules, derived);
        return new RuleSet(
                yaml.text("use"),
                new DivisionCode(ref.getJurisdiction()),
                yaml.date("effectiveFrom"),
                yaml.dateIfAny("effectiveTo"),
                ref,
                parameters,
                yaml.named("parameters").values().stream().anyMatch(p -> p.flag("unverified"))
                        || rules.stream().anyMatch(Rule::unverified),
                derived,
                rules,
                results(),
                vocabulary,
                scope.slots(),
                InlineCases.read(yaml, vocabulary));
    }

    private RuleSetRef ref() {
        var jurisdiction = yaml.text("jurisdiction");
        if (!jurisdiction.matches("[0-9]{6}")) {
            throw yaml.wrong("'jurisdiction' is a division of six digits, 000000 for the whole country");
        }
        var until = yaml.dateIfAny("effectiveTo");
        if (until.filter(yaml.date("effectiveFrom")::isAfter).isPresent()) {
            throw yaml.wrong("'effectiveTo' lies before 'effectiveFrom'");
        }
        return RuleSetRef.newBuilder()
                .setId(yaml.text("id"))
                .setJurisdiction(jurisdiction)
                .setDocumentNumber(yaml.textIfAny("documentNumber").orElse(""))
                .setEffectiveFrom(yaml.date("effectiveFrom").toString())
                .setEffectiveTo(until.map(LocalDate::toString).orElse(""))
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
                    CelValues.of(entry.value("value").orElseThrow(() -> entry.wrong("'value' is missing"))));
        });
        return parameters;
    }

    private void declare(Map<String, Object> parameters) {
        vocabulary.words().values().forEach(word -> scope.declare(yaml, word.name(), word.celType()));
        scope.declare(yaml, "evaluationDate", SimpleType.INT);
        scope.declare(yaml, "division", SimpleType.STRING);
        scope.declare(yaml, "points.total", SimpleType.INT);
        parameters.forEach((name, value) -> scope.declare(yaml, name, CelValues.typeOf(value)));
    }

    /** Each may use those above it. */
    private List<RuleSet.Named> derived() {
        var derived = new ArrayList<RuleSet.Named>();
        for (var entry : yaml.children("derived")) {
            entry.onlyKeys(Set.of("name", "type", "is", "note"));
            var word = Vocabulary.Word.told(
                    "derived." + entry.text("name"), entry.textIfAny("type").orElse("int"));
            var type = Vocabulary.typeOf(entry, word);
            var expression = scope.compile(entry, "is", entry.text("is"), type);
            var behind = scope.slots().all(expression.variables());
            derived.add(new RuleSet.Named(word.name(), expression, scope.declare(entry, word.name(), type), behind));
        }
        return derived;
    }

    private void requireEvidence(List<Rule> rules, List<RuleSet.Named> derived) {
        rules.stream()
                .filter(rule -> rule.maxAge().isPresent())
                .filter(rule ->
                        EvidenceAges.of(List.of(rule), derived, vocabulary).isEmpty())
                .findFirst()
                .ifPresent(rule -> {
                    throw yaml.wrong("criteria " + rule.id() + ": 'maxAge' where no word of a dataset is used");
                });
    }

    private RuleSet.Results results() {
        scope.declare(yaml, "outcome", SimpleType.STRING);
        var entry = yaml.child("result");
        entry.ifPresent(e -> e.onlyKeys(RESULT_KEYS));
        return new RuleSet.Results(
                entry.flatMap(e -> scope.expression(e, "code", SimpleType.STRING)),
                entry.flatMap(e -> scope.expression(e, "points", SimpleType.INT)),
                entry.flatMap(e -> e.integerIfAny("maxPoints")),
                entry.flatMap(e -> e.integerIfAny("pointScale")),
                entry.flatMap(e -> scope.expression(e, "division", SimpleType.STRING)),
                entry.flatMap(e -> scope.expression(e, "date", SimpleType.STRING)),
                entry.flatMap(e -> scope.expression(e, "items", ListType.create(SimpleType.STRING))));
    }

    /** Of the file as it stands, so that anybody can compute it again. */
    private String hash() {
        try {
            var canonical = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
