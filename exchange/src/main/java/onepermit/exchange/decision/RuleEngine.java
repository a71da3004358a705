package onepermit.exchange.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.exchange.v1.Reason;
import onepermit.exchange.v1.Result;

/**
 * Applies a rule set to a case. The same case, rule set and date give the same decision body byte for byte.
 *
 * <p>A veto goes before a refusal, a refusal before "not yet", that before review, review before waiting for evidence. An unknown
 * value never refuses: only a criterion that is not met on known values does.
 */
public final class RuleEngine {

    private RuleEngine() {}

    /** @param division the division asked for; rules see it as `division` */
    public static Decision decide(RuleSet rules, LocalDate date, DivisionCode division, CaseFacts facts) {
        return new Run(rules, date, new Evaluation(rules, date, division, facts), facts).decision();
    }

    /** The answer when no rule set is in force: an officer looks, nobody is refused. */
    public static Decision noRule(LocalDate date, DivisionCode division, String use) {
        return Decision.newBuilder()
                .setEvaluationDate(date.toString())
                .setOutcome(Outcome.OUTCOME_NEEDS_REVIEW)
                .addReasons(Reason.newBuilder()
                        .setCode("NO_RULE_IN_FORCE")
                        .setTextZh(division.value() + " 在 " + date + " 没有适用的规则（" + use + "）")
                        .setTextEn("no rule set for " + use + " is in force in " + division.value() + " on " + date))
                .build();
    }

    private static final class Run {
        private final RuleSet rules;
        private final LocalDate date;
        private final Evaluation values;
        private final Decision.Builder decision = Decision.newBuilder();
        private final List<Rule.Consequence> consequences = new ArrayList<>();
        private final List<Rule.Consequence> reviews = new ArrayList<>();
        private final Set<PendingEvidence> pending = new LinkedHashSet<>();
        private long total;
        private boolean totalKnown = true;

        Run(RuleSet rules, LocalDate date, Evaluation values, CaseFacts facts) {
            this.rules = rules;
            this.date = date;
            this.values = values;
            decision.setRuleSet(rules.ref()).setEvaluationDate(date.toString()).addAllEvidence(facts.evidence());
        }

        Decision decision() {
            rules.rules().forEach(rule -> decision.addCriteria(criterion(rule)));
            conclude();
            result();
            labels();
            return decision.build();
        }

        private Criterion criterion(Rule rule) {
            var line = Criterion.newBuilder()
                    .setId(rule.id())
                    .setNameZh(rule.nameZh())
                    .setNameEn(rule.nameEn())
                    .setArticle(rule.article())
                    .setUnverified(rule.unverified());
            var applies = rule.applies().map(values::value).orElse(Optional.of(true));
            if (applies.isPresent() && applies.get().equals(false)) {
                rule.points().ifPresent(p -> values.define("points." + rule.id(), 0));
                return line.setStatus(CriterionStatus.CRITERION_STATUS_NOT_APPLICABLE)
                        .build();
            }
            rule.maxPoints().ifPresent(line::setMaxPoints);
            var points = applies.isEmpty() ? Optional.<Long>empty() : points(rule);
            points.ifPresent(p -> line.setPoints(p.intValue()));
            line.setStatus(applies.isEmpty() ? CriterionStatus.CRITERION_STATUS_UNKNOWN : status(rule, points));
            var used = variables(rule);
            for (int index : values.evidenceOf(used)) {
                line.addEvidence(index);
            }
            rule.value().ifPresent(t -> line.setValue(values.fill(t)));
            rule.required().ifPresent(t -> line.setRequired(values.fill(t)));
            follow(rule, line, used);
            return line.build();
        }

        private Optional<Long> points(Rule rule) {
            if (rule.points().isEmpty()) {
                return Optional.empty();
            }
            var points = values.value(rule.points().get()).map(v -> (Long) v);
            if (points.isPresent()) {
                total += points.get();
                values.define("points." + rule.id(), points.get());
            } else {
                totalKnown &= rule.ignoreUnknown();
                values.undefine("points." + rule.id());
            }
            return points;
        }

        private CriterionStatus status(Rule rule, Optional<Long> points) {
            if (rule.met().isPresent()) {
                return values.value(rule.met().get())
                        .map(met -> met.equals(true)
                                ? CriterionStatus.CRITERION_STATUS_MET
                                : CriterionStatus.CRITERION_STATUS_NOT_MET)
                        .orElse(CriterionStatus.CRITERION_STATUS_UNKNOWN);
            }
            if (rule.points().isPresent()) {
                return points.map(p -> p == 0
                                ? CriterionStatus.CRITERION_STATUS_NOT_MET
                                : CriterionStatus.CRITERION_STATUS_MET)
                        .orElse(CriterionStatus.CRITERION_STATUS_UNKNOWN);
            }
            return CriterionStatus.CRITERION_STATUS_MET;
        }

        private void follow(Rule rule, Criterion.Builder line, Set<String> used) {
            switch (line.getStatus()) {
                case CRITERION_STATUS_NOT_MET ->
                    rule.notMet().stream()
                            .filter(c -> c.when()
                                    .flatMap(values::value)
                                    .orElse(c.when().isEmpty())
                                    .equals(true))
                            .findFirst()
                            .ifPresent(consequences::add);
                case CRITERION_STATUS_UNKNOWN -> unknown(rule, line, used);
                case CRITERION_STATUS_MET,
                        CRITERION_STATUS_NOT_APPLICABLE,
                        CRITERION_STATUS_UNSPECIFIED,
                        UNRECOGNIZED -> {}
            }
        }

        private void unknown(Rule rule, Criterion.Builder line, Set<String> used) {
            var missing = values.pending(used);
            missing.stream().map(PendingEvidence::getDataset).distinct().forEach(line::addUnknown);
            rule.reviewUnknown().ifPresent(reviews::add);
            if (rule.reviewUnknown().isEmpty() && !rule.ignoreUnknown()) {
                pending.addAll(missing);
            }
        }

        private void conclude() {
            var outcome = outcome();
            decision.setOutcome(outcome);
            consequences.forEach(c -> decision.addReasons(reason(c)));
            reviews.forEach(c -> decision.addReasons(reason(c)));
            if (outcome == Outcome.OUTCOME_PENDING_EVIDENCE) {
                decision.addAllPending(pending);
            }
            if (outcome == Outcome.OUTCOME_NOT_YET) {
                consequences.stream()
                        .filter(c -> c.outcome() == Outcome.OUTCOME_NOT_YET)
                        .flatMap(c -> c.earliest().flatMap(values::value).stream())
                        .mapToLong(v -> (Long) v)
                        .max()
                        .ifPresent(d ->
                                decision.setEarliestDate(Dates.fromCode((int) d).toString()));
            }
        }

        private Outcome outcome() {
            for (var candidate : List.of(
                    Outcome.OUTCOME_VETOED,
                    Outcome.OUTCOME_NOT_ELIGIBLE,
                    Outcome.OUTCOME_NOT_YET,
                    Outcome.OUTCOME_NEEDS_REVIEW)) {
                if (consequences.stream().anyMatch(c -> c.outcome() == candidate)) {
                    return candidate;
                }
            }
            if (!reviews.isEmpty()) {
                return Outcome.OUTCOME_NEEDS_REVIEW;
            }
            return pending.isEmpty() ? Outcome.OUTCOME_ELIGIBLE : Outcome.OUTCOME_PENDING_EVIDENCE;
        }

        private Reason reason(Rule.Consequence consequence) {
            var article = rules.rules().stream()
                    .filter(r -> r.notMet().contains(consequence)
                            || r.reviewUnknown().filter(consequence::equals).isPresent())
                    .findFirst()
                    .map(Rule::article)
                    .orElse("");
            return Reason.newBuilder()
                    .setCode(consequence.reason())
                    .setTextZh(values.fill(consequence.textZh()))
                    .setTextEn(values.fill(consequence.textEn()))
                    .setArticle(article)
                    .build();
        }

        private void result() {
            if (totalKnown) {
                values.define("points.total", total);
            } else {
                values.undefine("points.total");
            }
            var results = rules.results();
            var result = Result.newBuilder();
            results.code().flatMap(values::value).ifPresent(v -> result.setCode(v.toString()));
            results.points().flatMap(values::value).ifPresent(v -> result.setPoints(((Long) v).intValue()));
            results.maxPoints().ifPresent(result::setMaxPoints);
            results.division().flatMap(values::value).ifPresent(v -> result.setDivision(v.toString()));
            results.date().flatMap(values::value).ifPresent(v -> result.setDate(v.toString()));
            results.items()
                    .flatMap(values::value)
                    .ifPresent(v -> ((List<?>) v).forEach(i -> result.addItems(i.toString())));
            decision.setResult(result);
        }

        private void labels() {
            if (rules.ref().getSynthetic()) {
                decision.addLabels("SYNTHETIC_RULE_SET");
            }
            if (rules.expired(date)) {
                decision.addLabels("EXPIRED_RULE_SET");
            }
            if (rules.unverified()) {
                decision.addLabels("UNVERIFIED_PARAMETER");
            }
        }

        private static Set<String> variables(Rule rule) {
            var used = new LinkedHashSet<String>();
            rule.applies().ifPresent(e -> used.addAll(e.variables()));
            rule.met().ifPresent(e -> used.addAll(e.variables()));
            rule.points().ifPresent(e -> used.addAll(e.variables()));
            rule.value().ifPresent(t -> used.addAll(t.variables()));
            return used;
        }
    }
}
