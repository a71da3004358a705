package onepermit.local.command;

import java.util.Locale;
import java.util.stream.Collectors;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Reason;

/** A decision as a page of text: outcome, points per criterion with the numbers of the facts used, then each fact with source and as-of. */
final class DecisionPage {
    private final StringBuilder page = new StringBuilder();
    private final Decision decision;
    private final FactsUsed facts;

    private DecisionPage(Decision decision) {
        this.decision = decision;
        this.facts = new FactsUsed(decision.getEvidenceList());
    }

    static String of(Decision decision, long nanos) {
        var page = new DecisionPage(decision);
        page.head(nanos);
        decision.getReasonsList().forEach(page::reason);
        decision.getPendingList()
                .forEach(p -> page.line("  waits for %s from %s (%s)", p.getDataset(), p.getSource(), p.getCause()));
        page.criteria();
        page.page.append(page.facts.table());
        page.foot();
        return page.page.toString();
    }

    private void head(long nanos) {
        var rules = decision.getRuleSet();
        line(
                "%s, %s%s; answered in %.1f ms",
                name(decision.getOutcome()), name(decision.getFinality()), points(), nanos / 1e6);
        line(
                "  rules %s %s, evaluated for %s%s",
                rules.getId(), rules.getDocumentNumber(), decision.getEvaluationDate(), labels());
        if (!decision.getEarliestDate().isEmpty()) line("  earliest date %s", decision.getEarliestDate());
    }

    private void reason(Reason reason) {
        line("  because %s: %s %s %s", reason.getCode(), reason.getTextEn(), reason.getTextZh(), reason.getArticle());
    }

    private void criteria() {
        var columns = new Columns();
        columns.row("met", "points", "facts", "criterion", "found (asked)");
        for (Criterion criterion : decision.getCriteriaList()) {
            columns.row(
                    mark(criterion.getStatus()),
                    criterion.hasPoints() ? "%d/%d".formatted(criterion.getPoints(), criterion.getMaxPoints()) : "",
                    facts.numbersOf(criterion),
                    criterion.getNameEn(),
                    CriterionWords.en(criterion));
            columns.row("", "", "", criterion.getNameZh(), CriterionWords.zh(criterion));
        }
        page.append(columns.text());
    }

    private void foot() {
        line(
                "  decision %s, recorded as leaf %d of %s",
                decision.getId(),
                decision.getReceipt().getIndex(),
                decision.getReceipt().getOrigin());
    }

    private String points() {
        var result = decision.getResult();
        String code = result.getCode().isEmpty() ? "" : ", " + result.getCode();
        return result.hasPoints()
                ? "%s with %d of %d points".formatted(code, result.getPoints(), result.getMaxPoints())
                : code;
    }

    private String labels() {
        return decision.getLabelsList().stream().map(label -> " " + label).collect(Collectors.joining());
    }

    /** The whole decision in one line of a table. */
    static void row(Columns table, String child, Decision decision, long nanos) {
        var result = decision.getResult();
        table.row(
                child,
                (name(decision.getOutcome()) + " " + result.getCode()).strip(),
                result.hasPoints() ? "%d/%d".formatted(result.getPoints(), result.getMaxPoints()) : "",
                String.format(Locale.ROOT, "%.1f", nanos / 1e6),
                why(decision));
    }

    private static String why(Decision decision) {
        int reasons = decision.getReasonsCount();
        if (reasons > 0)
            return decision.getReasons(0).getTextEn() + (reasons == 1 ? "" : " (and %d more)".formatted(reasons - 1));
        if (decision.getPendingCount() > 0)
            return decision.getPendingList().stream()
                    .map(p -> "waits for %s from %s".formatted(p.getDataset(), p.getSource()))
                    .collect(Collectors.joining("; "));
        String items = String.join(", ", decision.getResult().getItemsList());
        return items.isEmpty() ? "every condition is met" : "every condition is met; still to come: " + items;
    }

    private static String mark(CriterionStatus status) {
        return switch (status) {
            case CRITERION_STATUS_MET -> "yes";
            case CRITERION_STATUS_NOT_MET -> "no";
            case CRITERION_STATUS_UNKNOWN -> "?";
            case CRITERION_STATUS_NOT_APPLICABLE, CRITERION_STATUS_UNSPECIFIED, UNRECOGNIZED -> "-";
        };
    }

    /** OUTCOME_NOT_YET reads NOT_YET. */
    private static String name(Enum<?> value) {
        return value.name().replaceFirst("^(OUTCOME|FINALITY)_", "");
    }

    private void line(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
