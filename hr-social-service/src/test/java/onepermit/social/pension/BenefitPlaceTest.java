package onepermit.social.pension;

import static onepermit.social.Office.WUHAN;
import static onepermit.social.Office.context;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.CriterionStatus;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.social.Office;
import onepermit.social.v1.ComparisonLevel;
import onepermit.social.v1.DetermineBenefitPlaceRequest;
import onepermit.social.v1.RetirementGroup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Scenario 21: where Ms Zhang draws her pension, with the hukou place told by public security over the road. */
class BenefitPlaceTest {
    private static final String XIANGYANG = "420600";
    private static final String MS_ZHANG = "990102197104080041";
    private static final Office OFFICE = Office.open();
    private static ConfigurableApplicationContext publicSecurity;
    private static Owner hukou;

    @BeforeAll
    static void public_security_is_on_the_road() {
        publicSecurity = RoadService.start("permit", TestInfrastructure.database(), OFFICE.service.road());
        hukou = new Owner(publicSecurity);
    }

    @AfterAll
    static void close() {
        publicSecurity.close();
    }

    @Test
    void less_than_ten_years_in_wuhan_and_sixteen_in_xiangyang_give_xiangyang() {
        hukouOf(MS_ZHANG, XIANGYANG);
        paid(MS_ZHANG, XIANGYANG, "1992-01", "2007-12");
        paid(MS_ZHANG, WUHAN, "2021-07", "2026-08");

        Decision decision = place(MS_ZHANG, ComparisonLevel.COMPARISON_LEVEL_CITY);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getDivision()).isEqualTo(XIANGYANG);
        assertThat(decision.getResult().getItemsList()).containsExactly("6(3)");
        assertThat(decision.getResult().getDate()).isEqualTo("2026-08");
        assertThat(decision.getFinality()).isEqualTo(Finality.FINALITY_FINAL);
        assertThat(decision.getRuleSet().getDocumentNumber()).isEqualTo("国办发〔2009〕66号");
        assertThat(line(decision, "relationPlace").getValue()).isEqualTo("62 months in 420100");
        assertThat(decision.getEvidenceList()).extracting(Evidence::getSource).contains("permit", "social");

        Decision byProvince = place(MS_ZHANG, ComparisonLevel.COMPARISON_LEVEL_PROVINCE);
        assertThat(byProvince.getResult().getDivision()).isEqualTo("420000");
        assertThat(byProvince.getResult().getItemsList()).containsExactly("6(1)");
    }

    @Test
    void without_ten_years_anywhere_the_hukou_place_collects() {
        String zhang = resident(XIANGYANG);
        paid(zhang, XIANGYANG, "2000-01", "2007-12");
        paid(zhang, WUHAN, "2021-07", "2026-08");

        Decision decision = place(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY);

        assertThat(decision.getResult().getDivision()).isEqualTo(XIANGYANG);
        assertThat(decision.getResult().getItemsList()).containsExactly("6(4)");
    }

    @Test
    void a_hukou_in_wuhan_gives_wuhan() {
        String zhang = resident(WUHAN);
        paid(zhang, XIANGYANG, "1992-01", "2007-12");
        paid(zhang, WUHAN, "2021-07", "2026-08");

        Decision decision = place(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY);

        assertThat(decision.getResult().getDivision()).isEqualTo(WUHAN);
        assertThat(decision.getResult().getItemsList()).containsExactly("6(1)");
    }

    @Test
    void ten_years_in_wuhan_give_wuhan_and_months_after_benefit_age_do_not_count() {
        String zhang = resident(XIANGYANG);
        paid(zhang, WUHAN, "2016-09", "2026-08");
        assertThat(place(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY)
                        .getResult()
                        .getItemsList())
                .containsExactly("6(2)");

        String late = resident(XIANGYANG);
        paid(late, WUHAN, "2016-10", "2026-09");
        Decision decision = place(late, ComparisonLevel.COMPARISON_LEVEL_CITY);
        assertThat(line(decision, "relationPlace").getStatus()).isEqualTo(CriterionStatus.CRITERION_STATUS_NOT_MET);
        assertThat(decision.getResult().getDivision()).isEqualTo(XIANGYANG);
    }

    @Test
    void deemed_years_count_and_a_temporary_account_does_not() {
        String zhang = resident(XIANGYANG);
        paid(zhang, XIANGYANG, "2000-01", "2007-12");
        paid(zhang, "440300", "2012-01", "2026-08");
        OFFICE.load(
                "pension-relation", List.of("citizen_id,place,deemed_months,temporary", zhang + ",420600,24,false"));

        Decision decision = place(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY);

        assertThat(line(decision, "relation").getValue())
                .isEqualTo("420600: 120 months; temporary accounts, not counted: 440300");
        assertThat(decision.getResult().getDivision()).isEqualTo(XIANGYANG);
    }

    @Test
    void before_2025_she_was_told_an_earlier_month() {
        String zhang = resident(XIANGYANG);
        paid(zhang, XIANGYANG, "1992-01", "2007-12");

        Decision decision = OFFICE.pensions()
                .determineBenefitPlace(question(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY)
                        .setClaimedOn("2024-12-31")
                        .build())
                .getDecision();

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(decision.getEarliestDate()).isEqualTo("2026-04-08");
        assertThat(decision.getResult().getDate()).isEqualTo("2026-04");
    }

    @Test
    void without_a_hukou_on_record_the_decision_waits_and_refuses_nobody() {
        awaitPublicSecurity();
        String stranger = SyntheticIds.woman("1971-04-08");
        paid(stranger, WUHAN, "2016-09", "2026-08");

        Decision decision = place(stranger, ComparisonLevel.COMPARISON_LEVEL_CITY);

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(decision.getPending(0).getDataset()).isEqualTo("hukou.place");
        assertThat(decision.getPending(0).getSource()).isEqualTo("permit");
        assertThat(decision.getResult().getDivision()).isEmpty();
    }

    @Test
    void the_same_facts_give_the_same_body() {
        String zhang = resident(WUHAN);
        paid(zhang, WUHAN, "2016-09", "2026-08");

        assertThat(place(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY).getBodyHash())
                .isEqualTo(place(zhang, ComparisonLevel.COMPARISON_LEVEL_CITY).getBodyHash());
    }

    @Test
    void a_group_of_retirement_age_of_the_other_sex_is_refused() {
        Refused refused = Refused.by(() -> OFFICE.pensions()
                .determineBenefitPlace(question(MS_ZHANG, ComparisonLevel.COMPARISON_LEVEL_CITY)
                        .setGroup(RetirementGroup.RETIREMENT_GROUP_MEN_60)
                        .build()));

        assertThat(refused.reason()).isEqualTo("GROUP_SEX");
    }

    @Test
    void a_day_to_come_a_number_that_cannot_be_or_a_level_nobody_knows_is_refused() {
        var question = question(MS_ZHANG, ComparisonLevel.COMPARISON_LEVEL_CITY);

        assertThat(refused(question.clone().setClaimedOn("2999-01-01")).reason())
                .isEqualTo("DATE_FUTURE");
        assertThat(refused(question.clone().setClaimedOn("2026-02-30")).reason())
                .isEqualTo("DATE_FORMAT");
        assertThat(refused(question.clone().setCitizenId("990101199506120118")).fields())
                .containsExactly("citizen_id");
        assertThat(refused(question.clone().setComparisonLevelValue(7)).reason())
                .isEqualTo("ENUM_UNKNOWN");
        assertThat(refused(question.clone().clearContext()).reason()).isEqualTo("PURPOSE_MISSING");
    }

    private static Refused refused(DetermineBenefitPlaceRequest.Builder question) {
        return Refused.by(() -> OFFICE.pensions().determineBenefitPlace(question.build()));
    }

    private static String resident(String place) {
        String id = SyntheticIds.woman("1971-04-08");
        hukouOf(id, place);
        return id;
    }

    private static void hukouOf(String id, String place) {
        hukou.publish(place, OFFICE.key(id));
        OFFICE.awaitReplica(OFFICE.key(id));
    }

    private static void awaitPublicSecurity() {
        hukouOf(SyntheticIds.woman("1980-01-01"), WUHAN);
    }

    private static void paid(String id, String place, String from, String to) {
        List<String> lines = new ArrayList<>(List.of("citizen_id,place,kind,month,employer,base_fen"));
        for (var month = YearMonth.parse(from); !month.isAfter(YearMonth.parse(to)); month = month.plusMonths(1)) {
            lines.add(id + "," + place + ",PENSION," + month + ",FLEXIBLE,400000");
        }
        assertThat(OFFICE.load("contribution", lines)).isEmpty();
    }

    private static Decision place(String id, ComparisonLevel level) {
        return OFFICE.pensions()
                .determineBenefitPlace(question(id, level).build())
                .getDecision();
    }

    private static DetermineBenefitPlaceRequest.Builder question(String id, ComparisonLevel level) {
        return DetermineBenefitPlaceRequest.newBuilder()
                .setCitizenId(id)
                .setComparisonLevel(level)
                .setClaimedOn("2026-09-01")
                .setContext(context(Purpose.PURPOSE_PENSION));
    }

    private static Criterion line(Decision decision, String id) {
        return decision.getCriteriaList().stream()
                .filter(criterion -> criterion.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
