package onepermit.local.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Reason;

/** A decision as a page of text: outcome, points per criterion, and for each the facts used with source and as-of. */
final class DecisionPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final StringBuilder page = new StringBuilder();
    private final Decision decision;

    private DecisionPage(Decision decision) {
        this.decision = decision;
    }

    static String of(Decision decision, long nanos) {
        var page = new DecisionPage(decision);
        page.head(nanos);
        decision.getReasonsList().forEach(page::reason);
        decision.getPendingList()
                .forEach(p -> page.line("  waits for %s from %s (%s)", p.getDataset(), p.getSource(), p.getCause()));
        decision.getCriteriaList().forEach(page::criterion);
        page.evidence();
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

    private void criterion(Criterion criterion) {
        String points =
                criterion.hasPoints() ? "%d/%d points".formatted(criterion.getPoints(), criterion.getMaxPoints()) : "";
        line(
                "  %-3s %s %s: %s (%s) %s  %s",
                mark(criterion.getStatus()),
                criterion.getNameEn(),
                criterion.getNameZh(),
                criterion.getValue(),
                criterion.getRequired(),
                criterion.getArticle(),
                points);
        if (criterion.getUnknownCount() > 0)
            line("        not known: %s", String.join(", ", criterion.getUnknownList()));
        String sources = criterion.getEvidenceList().stream()
                .map(decision::getEvidence)
                .map(evidence -> evidence.getSource() + " " + evidence.getDataset())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!sources.isEmpty()) line("        from %s", sources);
    }

    /** Each fact once: a person's many rows of a dataset are one line. */
    private void evidence() {
        line("  facts used:");
        decision.getEvidenceList().stream()
                .collect(Collectors.groupingBy(
                        evidence -> evidence.getDataset() + " of " + evidence.getSubject(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach(this::facts);
    }

    private void facts(String whose, List<Evidence> rows) {
        Evidence first = rows.getFirst();
        line(
                "        %s from %s, %d %s, as of %s (%s, %.1f s old): %s",
                whose,
                first.getSource(),
                rows.size(),
                rows.size() == 1 ? "record" : "records",
                asOf(first),
                first.getOrigin(),
                first.getAgeMillis() / 1e3,
                rows.stream()
                        .map(Evidence::getValue)
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.joining("; ")));
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

    private static String asOf(Evidence evidence) {
        return TIME.format(Instant.ofEpochSecond(evidence.getAsOf().getSeconds()));
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
