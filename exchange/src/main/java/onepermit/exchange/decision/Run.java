package onepermit.exchange.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.decision.Rule.Consequence;
import onepermit.exchange.decision.RuleEngine.Weight;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.exchange.v1.Result;

/** One rule set over one case, criterion by criterion; told in full, or weighed only. */
final class Run {
    private static final BitSet NOTHING = new BitSet();

    private final RuleSet rules;
    private final LocalDate date;
    private final Evaluation values;
    private final EvidenceOrder evidence;
    private final Conclusion conclusion = new Conclusion();
    private long total;
    private final int totalAt;
    private final boolean told;
    private boolean totalKnown = true;

    /** @param told with texts and evidence; without them the run finds the same outcome and points */
    Run(RuleSet rules, LocalDate date, DivisionCode division, CaseFacts facts, boolean told) {
        this.rules = rules;
        this.date = date;
        this.values = new Evaluation(rules, date, division, facts);
        this.totalAt = rules.slots().of("points.total");
        this.told = told;
        this.evidence = new EvidenceOrder(told ? facts.evidence() : List.of());
    }

    Decision decision() {
        var decision = Decision.newBuilder().setRuleSet(rules.ref()).setEvaluationDate(date.toString());
        open();
        for (var rule : rules.rules()) {
            decision.addCriteria(criterion(rule));
        }
        conclusion.into(decision);
        if (decision.getOutcome() != Outcome.OUTCOME_VETOED) {
            decision.setResult(result(decision.getOutcome()));
        }
        return decision.addAllEvidence(evidence.sorted()).addAllLabels(labels()).build();
    }

    Weight weight() {
        open();
        rules.rules().forEach(this::criterion);
        var outcome = conclusion.outcome();
        if (outcome == Outcome.OUTCOME_VETOED) {
            return new Weight(outcome, 0);
        }
        tellOutcome(outcome);
        var points = rules.results().points().flatMap(values::value);
        return new Weight(outcome, points.map(p -> Math.toIntExact((Long) p)).orElse(0));
    }

    private void open() {
        tellTotal(NOTHING);
        for (var rule : rules.rules()) {
            rule.row().ifPresent(row -> tellRow(row, Optional.of(""), Optional.of(""), NOTHING));
        }
    }

    private Criterion.Builder criterion(Rule rule) {
        var line = told ? rule.line().begin() : Criterion.newBuilder();
        if (told) {
            line.addAllEvidence(evidence.places(values.evidenceOf(rule.behind())));
        }
        var applies = applies(rule);
        var points = points(rule, applies);
        points.ifPresent(p -> line.setPoints(Math.toIntExact(p)));
        line.setStatus(status(rule, applies, points));
        rule.row().ifPresent(row -> settle(row, rule, line.getStatus()));
        if (told) {
            say(rule, line);
        }
        if (line.getStatus() != CriterionStatus.CRITERION_STATUS_NOT_APPLICABLE) {
            follow(rule, line);
        }
        return line;
    }

    /** A value that is empty says why. */
    private void say(Rule rule, Criterion.Builder line) {
        if (line.getStatus() == CriterionStatus.CRITERION_STATUS_NOT_APPLICABLE) {
            line.setValue("not asked").setValueZh("不适用");
            return;
        }
        rule.value()
                .ifPresent(phrase ->
                        line.setValue(said(phrase.en(), "nothing on record")).setValueZh(said(phrase.zh(), "无记录")));
        rule.required()
                .ifPresent(
                        phrase -> line.setRequired(values.fill(phrase.en())).setRequiredZh(values.fill(phrase.zh())));
    }

    private String said(Template template, String nothing) {
        var text = values.fill(template);
        return text.isBlank() ? nothing : text;
    }

    /** Of a table only the first row that is met counts; while it is unknown which that is, nothing below it is known. */
    private Optional<Object> applies(Rule rule) {
        var open = rule.row().map(row -> values.told(row.met()).map(id -> (Object) id.equals("")));
        if (open.isPresent() && !open.get().equals(Optional.of(true))) {
            return open.get();
        }
        return rule.applies().map(values::value).orElse(Optional.of(true));
    }

    private void settle(Rule.Row row, Rule rule, CriterionStatus status) {
        if (status == CriterionStatus.CRITERION_STATUS_MET) {
            var gives = row.gives().map(values::value).orElse(Optional.of(""));
            tellRow(row, Optional.of(rule.id()), gives, rule.behind());
        } else if (status == CriterionStatus.CRITERION_STATUS_UNKNOWN) {
            tellRow(row, Optional.empty(), Optional.empty(), rule.behind());
        }
    }

    private void tellRow(Rule.Row row, Optional<String> id, Optional<?> gives, BitSet behind) {
        values.tell(row.met(), id, behind);
        values.tell(row.said(), gives, behind);
    }

    /** Empty when the criterion gives none, or they are unknown. */
    private Optional<Long> points(Rule rule, Optional<Object> applies) {
        if (rule.points().isEmpty()) {
            return Optional.empty();
        }
        var points = applies.flatMap(
                        a -> a.equals(true) ? values.value(rule.points().get()) : Optional.of(0L))
                .map(p -> (Long) p);
        points.ifPresent(p -> total += p);
        totalKnown &= points.isPresent() || rule.ignoreUnknown();
        values.tell(rule.pointsAt(), points, rule.behind());
        tellTotal(rule.behind());
        return points;
    }

    private void tellTotal(BitSet behind) {
        values.tellMore(totalAt, totalKnown ? Optional.of(total) : Optional.empty(), behind);
    }

    private CriterionStatus status(Rule rule, Optional<Object> applies, Optional<Long> points) {
        if (applies.isEmpty()) {
            return CriterionStatus.CRITERION_STATUS_UNKNOWN;
        }
        if (applies.get().equals(false)) {
            return CriterionStatus.CRITERION_STATUS_NOT_APPLICABLE;
        }
        if (rule.met().isPresent()) {
            return status(values.value(rule.met().get()).map(met -> met.equals(true)));
        }
        return rule.points().isPresent() ? status(points.map(p -> p != 0)) : CriterionStatus.CRITERION_STATUS_MET;
    }

    private static CriterionStatus status(Optional<Boolean> met) {
        return met.map(m -> m ? CriterionStatus.CRITERION_STATUS_MET : CriterionStatus.CRITERION_STATUS_NOT_MET)
                .orElse(CriterionStatus.CRITERION_STATUS_UNKNOWN);
    }

    private void follow(Rule rule, Criterion.Builder line) {
        switch (line.getStatus()) {
            case CRITERION_STATUS_NOT_MET -> notMet(rule, line);
            case CRITERION_STATUS_UNKNOWN -> unknown(rule, line);
            case CRITERION_STATUS_MET, CRITERION_STATUS_NOT_APPLICABLE, CRITERION_STATUS_UNSPECIFIED, UNRECOGNIZED -> {}
        }
    }

    /** The first consequence whose condition holds. When it is unknown whether it does, none that comes after may follow. */
    private void notMet(Rule rule, Criterion.Builder line) {
        for (var consequence : rule.notMet()) {
            var when = consequence.when().map(values::value).orElse(Optional.of(true));
            var earliest = consequence.earliest().map(values::value);
            if (when.isEmpty()
                    || when.get().equals(true)
                            && earliest.filter(Optional::isEmpty).isPresent()) {
                missing(line, consequence.behind()).forEach(conclusion::waitFor);
                return;
            }
            if (when.get().equals(true)) {
                conclusion.add(reasoned(rule, consequence, earliest.flatMap(e -> e)));
                return;
            }
        }
    }

    private void unknown(Rule rule, Criterion.Builder line) {
        var missing = missing(line, rule.behind());
        if (rule.reviewUnknown().isPresent()) {
            conclusion.add(reasoned(rule, rule.reviewUnknown().get(), Optional.empty()));
        } else if (!rule.ignoreUnknown()) {
            missing.forEach(conclusion::waitFor);
        }
    }

    private List<PendingEvidence> missing(Criterion.Builder line, BitSet variables) {
        var missing = values.pending(variables);
        missing.stream()
                .map(PendingEvidence::getDataset)
                .distinct()
                .filter(dataset -> !line.getUnknownList().contains(dataset))
                .forEach(line::addUnknown);
        return missing;
    }

    private Conclusion.Reasoned reasoned(Rule rule, Consequence consequence, Optional<Object> earliest) {
        return new Conclusion.Reasoned(
                consequence.outcome(),
                consequence.reason(),
                text(consequence.textZh()),
                text(consequence.textEn()),
                rule.article(),
                earliest.map(e -> Math.toIntExact((Long) e)));
    }

    private String text(Template template) {
        return told ? values.fill(template) : "";
    }

    private void tellOutcome(Outcome outcome) {
        values.tell(rules.slots().of("outcome"), Optional.of(outcome.name().substring("OUTCOME_".length())), NOTHING);
    }

    private Result result(Outcome outcome) {
        tellOutcome(outcome);
        var results = rules.results();
        var result = Result.newBuilder();
        results.code().flatMap(values::value).ifPresent(v -> result.setCode(v.toString()));
        results.points().flatMap(values::value).ifPresent(v -> result.setPoints(Math.toIntExact((Long) v)));
        results.maxPoints().ifPresent(result::setMaxPoints);
        results.pointScale().ifPresent(result::setPointScale);
        results.division().flatMap(values::value).ifPresent(v -> result.setDivision(v.toString()));
        results.date().flatMap(values::value).ifPresent(v -> result.setDate(v.toString()));
        results.items()
                .flatMap(values::value)
                .ifPresent(v -> ((List<?>) v).forEach(i -> result.addItems(i.toString())));
        return result.build();
    }

    private List<String> labels() {
        var labels = new ArrayList<String>(3);
        if (rules.ref().getSynthetic()) {
            labels.add("SYNTHETIC_RULE_SET");
        }
        if (!rules.inForce(date)) {
            labels.add("EXPIRED_RULE_SET");
        }
        if (rules.unverified()) {
            labels.add("UNVERIFIED_PARAMETER");
        }
        return labels;
    }
}
