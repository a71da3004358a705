package onepermit.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.PendingEvidence;
import onepermit.exchange.v1.Reason;
import onepermit.exchange.v1.Result;
import org.junit.jupiter.api.Test;

class DecisionPageTest {

    @Test
    void a_page_shows_points_and_where_each_fact_comes_from() {
        Decision decision = Decision.newBuilder()
                .setOutcome(Outcome.OUTCOME_ELIGIBLE)
                .setFinality(Finality.FINALITY_FINAL)
                .setResult(Result.newBuilder().setCode("ADMIT").setPoints(8).setMaxPoints(34))
                .addCriteria(Criterion.newBuilder()
                        .setNameEn("Insurance")
                        .setNameZh("社保")
                        .setArticle("第三条")
                        .setStatus(CriterionStatus.CRITERION_STATUS_MET)
                        .setValue("63 months")
                        .setRequired(">= 24 months")
                        .setValueZh("父亲：最近连续参保63个月")
                        .setRequiredZh("要求≥24个月")
                        .setPoints(8)
                        .setMaxPoints(12)
                        .addEvidence(0))
                .addEvidence(Evidence.newBuilder()
                        .setDataset("si.months")
                        .setSource("social")
                        .setSubject("guardian-1")
                        .setVersion(3)
                        .setValue("63 months up to 2025-08")
                        .setValueZh("截至2025-08连续缴费63个月")
                        .setOrigin("REPLICA")
                        .setAgeMillis(1500)
                        .setAsOf(Timestamp.newBuilder()
                                .setSeconds(
                                        Instant.parse("2025-08-31T16:00:00Z").getEpochSecond())))
                .build();

        String page = DecisionPage.of(decision, 8_100_000);

        assertThat(page)
                .contains("ELIGIBLE, FINAL, ADMIT with 8 of 34 points; answered in 8.1 ms")
                .contains("yes  8/12    1      Insurance  63 months (>= 24 months)")
                .contains("社保       父亲：最近连续参保63个月（要求≥24个月） · 第三条")
                .contains(
                        "1     guardian-1  si.months  social  1        2025-09-01 00:00:00  1.5 s  REPLICA  63 months up to 2025-08 截至2025-08连续缴费63个月");
    }

    @Test
    void missing_evidence_is_shown_as_a_question_not_as_a_no() {
        Decision decision = Decision.newBuilder()
                .setOutcome(Outcome.OUTCOME_PENDING_EVIDENCE)
                .addPending(PendingEvidence.newBuilder()
                        .setDataset("si.months")
                        .setSource("social")
                        .setCause("STALE"))
                .addCriteria(Criterion.newBuilder()
                        .setNameEn("Insurance")
                        .setStatus(CriterionStatus.CRITERION_STATUS_UNKNOWN)
                        .addUnknown("si.months"))
                .build();

        assertThat(DecisionPage.of(decision, 1_000_000))
                .contains("waits for si.months from social (STALE)")
                .contains("  ?                   Insurance  not known: si.months")
                .contains("未知：si.months");
    }

    @Test
    void a_criterion_that_asks_for_nothing_shows_no_empty_brackets() {
        Decision decision = Decision.newBuilder()
                .addCriteria(Criterion.newBuilder()
                        .setNameEn("names agree")
                        .setValue("not asked")
                        .setValueZh("不适用")
                        .setStatus(CriterionStatus.CRITERION_STATUS_NOT_APPLICABLE))
                .build();

        assertThat(DecisionPage.of(decision, 1))
                .contains("names agree  not asked", "不适用")
                .doesNotContain("()", "（）");
    }

    @Test
    void a_summary_gives_the_first_reason_and_how_many_more_there_are() {
        Decision decision = Decision.newBuilder()
                .setOutcome(Outcome.OUTCOME_NOT_ELIGIBLE)
                .setResult(Result.newBuilder().setPoints(0).setMaxPoints(105))
                .addReasons(Reason.newBuilder().setTextEn("17 months of residence, 24 are asked for"))
                .addReasons(Reason.newBuilder().setTextEn("18 months of work, 24 are asked for"))
                .build();
        var table = new Columns();

        DecisionPage.row(table, "child", decision, 8_100_000);

        assertThat(table.text())
                .isEqualTo(
                        "  child  NOT_ELIGIBLE  0/105  8.1  17 months of residence, 24 are asked for (and 1 more)\n");
    }

    @Test
    void chinese_takes_two_places_in_a_column() {
        var columns = new Columns();
        columns.row("社保", "a");
        columns.row("tax", "b");

        assertThat(columns.text()).isEqualTo("  社保  a\n  tax   b\n");
    }
}
