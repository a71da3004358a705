package onepermit.social.points;

import static onepermit.social.points.TalentCentre.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.social.v1.EstimateScoreRequest;
import onepermit.social.v1.GroupPoints;
import onepermit.social.v1.IndicatorGroup;
import onepermit.social.v1.PointsClaim;
import onepermit.social.v1.ProjectedYear;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rows D01, D18 and D26: what somebody may know before any filing. */
class EstimateTest {
    private static final TalentCentre CENTRE = new TalentCentre();

    @AfterAll
    static void close() {
        CENTRE.close();
    }

    @Test
    void D18_an_estimate_needs_no_token_is_labelled_and_is_not_stored() {
        long before = decisions();

        var sheet = CENTRE.estimate(told("1961-03-01", 12).addClaims(claim("education.level", "DOCTOR")));

        assertThat(sheet.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(sheet.getDecision().getResult().getPoints()).isEqualTo(120);
        assertThat(sheet.getDecision().getLabelsList()).contains("ESTIMATE");
        assertThat(sheet.getDecision().getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);
        assertThat(sheet.getDecision().getId()).isEmpty();
        assertThat(decisions()).isEqualTo(before);
    }

    @Test
    void D01_the_sheet_shows_four_groups() {
        var sheet = CENTRE.estimate(told("1976-03-01", 24)
                .addClaims(claim("education.level", "MASTER"))
                .addClaims(claim("spouse.localYears", "3"))
                .addClaims(claim("deduction.detentions", "1")));

        assertThat(sheet.getGroupsList())
                .extracting(GroupPoints::getGroup, GroupPoints::getPoints)
                .containsExactly(
                        tuple(IndicatorGroup.INDICATOR_GROUP_BASIC, 136),
                        tuple(IndicatorGroup.INDICATOR_GROUP_BONUS, 12),
                        tuple(IndicatorGroup.INDICATOR_GROUP_DEDUCTION, -50),
                        tuple(IndicatorGroup.INDICATOR_GROUP_VETO, 0));
        assertThat(sheet.getDecision().getResult().getPoints()).isEqualTo(98);
        assertThat(sheet.getStandard()).isEqualTo(120);
        assertThat(sheet.getRange().getLeast()).isEqualTo(98);
        assertThat(sheet.getRange().getMost()).isEqualTo(98);
    }

    /** A bachelor of 40 has 30 + 60, and each year of insurance brings 3: 114 with eight years, 120 after ten. */
    @Test
    void D26_the_projection_names_the_year_in_which_the_standard_is_reached() {
        var sheet = CENTRE.estimate(told("1980-03-01", 96).addClaims(claim("education.level", "BACHELOR_GRADUATE")));

        assertThat(sheet.getDecision().getResult().getPoints()).isEqualTo(114);
        assertThat(sheet.getProjection().getReachedIn()).isEqualTo(2018);
        assertThat(sheet.getProjection().getYearsList())
                .extracting(ProjectedYear::getYear, ProjectedYear::getPoints)
                .containsExactly(tuple(2017, 117), tuple(2018, 120));
        assertThat(sheet.getProjection().getLabelsList()).contains("SYNTHETIC_RULE_SET");
    }

    @Test
    void D26_who_grows_older_faster_than_insurance_adds_up_is_told_of_no_year() {
        var sheet = CENTRE.estimate(told("1962-03-01", 36).addClaims(claim("education.level", "DIPLOMA")));

        assertThat(sheet.getDecision().getResult().getPoints()).isEqualTo(68);
        assertThat(sheet.getProjection().getReachedIn()).isZero();
        assertThat(sheet.getProjection().getYearsCount()).isEqualTo(20);
    }

    @Test
    void bases_count_by_month() {
        var sheet = CENTRE.estimate(told("1976-03-01", 48).addAllBasePercents(Collections.nCopies(36, 200)));

        assertThat(sheet.getDecision().getResult().getPoints()).isEqualTo(30 + 12 + 100);
    }

    @Test
    void after_2018_it_is_labelled_as_carried_forward() {
        var sheet = CENTRE.estimate(told("1990-03-01", 12).setOn("2026-01-05"));

        assertThat(sheet.getDecision().getLabelsList()).contains("SYNTHETIC_RULE_SET", "ESTIMATE");
    }

    @Test
    void where_no_table_is_in_force_nothing_is_said_of_points() {
        var sheet = CENTRE.estimate(told("1990-03-01", 12).setOn("2014-01-05"));

        assertThat(sheet.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_NEEDS_REVIEW);
        assertThat(sheet.hasRange()).isFalse();
    }

    @Test
    void an_item_nobody_knows_or_a_value_it_cannot_have_is_refused_and_what_may_be_is_named() {
        assertThat(refused(claim("height", "180")).reason()).isEqualTo("ITEM_UNKNOWN");
        assertThat(refused(claim("education.level", "BACHELOR")).reason()).isEqualTo("ITEM_VALUE");
        assertThat(refused(claim("service.years", "-1")).reason()).isEqualTo("ITEM_VALUE");
        assertThat(refused(claim("graduate.fresh", "yes")).reason()).isEqualTo("ITEM_VALUE");
        assertThat(Refused.by(() -> CENTRE.estimate(told("2099-01-01", 1))).reason())
                .isEqualTo("DATE_FUTURE");
    }

    private static Refused refused(PointsClaim claim) {
        return Refused.by(() -> CENTRE.estimate(told("1990-03-01", 12).addClaims(claim)));
    }

    private static EstimateScoreRequest.Builder told(String born, int months) {
        return EstimateScoreRequest.newBuilder()
                .setBorn(born)
                .setOn("2016-09-01")
                .setInsuranceMonths(months);
    }

    private static long decisions() {
        Long count = CENTRE.office.jdbc.queryForObject("SELECT count(*) FROM decision", Long.class);
        return count == null ? 0 : count;
    }
}
