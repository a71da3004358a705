package onepermit.social.points.grpc;

import java.util.List;
import java.util.Map;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.social.points.Sheet;
import onepermit.social.v1.GroupPoints;
import onepermit.social.v1.IndicatorGroup;
import onepermit.social.v1.PointsSheet;
import onepermit.social.v1.ProjectedYear;
import onepermit.social.v1.ScoreProjection;
import onepermit.social.v1.ScoreRange;

/** A sheet as a message. Groups go by the first part of a criterion's id. */
final class SheetMessage {
    private static final Map<String, IndicatorGroup> GROUPS = Map.of(
            "basic", IndicatorGroup.INDICATOR_GROUP_BASIC,
            "bonus", IndicatorGroup.INDICATOR_GROUP_BONUS,
            "deduction", IndicatorGroup.INDICATOR_GROUP_DEDUCTION,
            "veto", IndicatorGroup.INDICATOR_GROUP_VETO);
    private static final List<String> IN_ORDER = List.of("basic", "bonus", "deduction", "veto");

    private SheetMessage() {}

    /** @param decision as it is answered, with its envelope */
    static PointsSheet of(Sheet sheet, Decision decision) {
        PointsSheet.Builder message =
                PointsSheet.newBuilder().setDecision(decision).setStandard(sheet.standard());
        if (decision.getCriteriaCount() > 0) {
            IN_ORDER.forEach(name -> message.addGroups(group(name, decision.getCriteriaList())));
        }
        sheet.range()
                .ifPresent(range -> message.setRange(
                        ScoreRange.newBuilder().setLeast(range.least()).setMost(range.most())));
        sheet.projection().ifPresent(projection -> message.setProjection(projection(projection)));
        return message.build();
    }

    private static GroupPoints group(String name, List<Criterion> criteria) {
        List<Criterion> lines = criteria.stream()
                .filter(line -> line.getId().startsWith(name + "."))
                .toList();
        return GroupPoints.newBuilder()
                .setGroup(GROUPS.getOrDefault(name, IndicatorGroup.INDICATOR_GROUP_UNSPECIFIED))
                .setPoints(lines.stream().mapToInt(Criterion::getPoints).sum())
                .setOpen(lines.stream().anyMatch(line -> line.getStatus() == CriterionStatus.CRITERION_STATUS_UNKNOWN))
                .build();
    }

    private static ScoreProjection.Builder projection(Sheet.Projection projection) {
        ScoreProjection.Builder message = ScoreProjection.newBuilder()
                .setReachedIn(projection.reachedIn())
                .addAllLabels(projection.labels());
        projection
                .years()
                .forEach(year -> message.addYears(
                        ProjectedYear.newBuilder().setYear(year.year()).setPoints(year.points())));
        return message;
    }
}
