package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import onepermit.exchange.v1.Criterion;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.v1.CheckSettlementRequest;
import onepermit.permit.v1.EntitlementServiceGrpc;
import onepermit.permit.v1.EstimateSettlementRequest;
import onepermit.permit.v1.GetEntitlementsRequest;
import onepermit.permit.v1.GetPermitRequest;
import onepermit.permit.v1.PermitServiceGrpc;
import onepermit.permit.v1.SettlementClaim;
import onepermit.permit.v1.SettlementServiceGrpc;
import onepermit.permit.v1.SettlementServiceGrpc.SettlementServiceBlockingStub;
import org.junit.jupiter.api.Test;

/** Scenarios 19, 20 and 36: settlement by points in Beijing and by the size of a city elsewhere, and what local hukou ends and gives. */
class SettlementTest extends Scenario {
    private static final Map<String, String> BACHELOR =
            Map.of("education.level", "BACHELOR", "education.from", "199609", "education.to", "200006");

    @Test
    void scenario_19_at_46_with_eight_years_of_insurance_the_rule_admits_and_age_gives_nothing() {
        var of46 = estimate(46, 96, Map.of());
        assertThat(of46.getOutcome()).as("%s", of46).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(of46.getRuleSet().getId()).isEqualTo("BJ-SETTLE-2016-39");
        assertThat(criterion(of46, "indicator.age").getPoints()).isZero();

        var short7 = estimate(46, 83, Map.of());
        assertThat(short7.getOutcome()).isEqualTo(Outcome.OUTCOME_NOT_ELIGIBLE);
        assertThat(reasons(short7)).containsExactly("INSURANCE_YEARS");
    }

    @Test
    void scenario_20_ten_years_of_insurance_a_home_a_degree_and_tax_give_78_and_a_detention_takes_30() {
        var claims = new HashMap<>(BACHELOR);
        claims.putAll(Map.of("tax.personalYuan", "120000", "tax.years", "3"));

        var decision = estimate(40, 120, claims);
        assertThat(points(decision)).isEqualTo(78);
        assertThat(decision.getCriteriaList().stream().map(Criterion::getId).filter(id -> id.startsWith("indicator.")))
                .hasSize(9);

        claims.put("record.detentions", "1");
        assertThat(points(estimate(40, 120, claims))).isEqualTo(48);
    }

    @Test
    void k01_in_a_town_a_dwelling_on_record_suffices() {
        var tenant = SyntheticId.man("1990-01-01");
        city.knows(
                "permit",
                "dwelling",
                "citizen_id,division,kind,from,to,share_bp,usage,register_no",
                tenant + ",330822,REGISTERED_LEASE,2020-01-01,,,RESIDENTIAL,L-" + tenant.hashCode());
        city.isKnownTo("permit");

        var decision = settlements("330822")
                .checkSettlement(CheckSettlementRequest.newBuilder()
                        .setCitizenId(tenant)
                        .setDivision("330822")
                        .setContext(FrontDoor.context(Purpose.PURPOSE_SETTLEMENT, "E2E-SETTLE"))
                        .build())
                .getDecision();

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getRuleSet().getId()).isEqualTo("CN-663-SETTLE");
    }

    @Test
    void scenario_36_local_hukou_ends_the_permit_and_gives_what_locals_have() {
        var holder = SyntheticId.man("1988-01-01");
        city.knows(
                "permit",
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to",
                holder + ",350203,E2E-" + UUID.randomUUID() + ",2024-01-01,2999-01-01");
        city.knows(
                "permit",
                "person",
                "citizen_id,name,hukou_division,hukou_since",
                holder + ",张三,350206," + LocalDate.now().minusDays(1));

        var context = FrontDoor.context(Purpose.PURPOSE_PERMIT_APPLICATION, "E2E-HUKOU");
        var permit = door.as("permit-officer", SIMING, PermitServiceGrpc.newBlockingStub(door.channel()))
                .getPermit(GetPermitRequest.newBuilder()
                        .setCitizenId(holder)
                        .setContext(context)
                        .build())
                .getPermit();
        assertThat(permit.getEnding().getReason()).isEqualTo("LOCAL_HUKOU");

        var given = door.as("permit-officer", SIMING, EntitlementServiceGrpc.newBlockingStub(door.channel()))
                .getEntitlements(GetEntitlementsRequest.newBuilder()
                        .setCitizenId(holder)
                        .setContext(context)
                        .build());
        assertThat(given.getLocalHukou()).isTrue();
        assertThat(given.getEntitlementsList())
                .extracting(entitlement -> entitlement.getCode())
                .contains("SUBSIDISED_HOUSING", "COMPULSORY_EDUCATION");
    }

    /** On 2018-06-30, with an own home for four years and a lease of six before it. */
    private Decision estimate(int age, int insured, Map<String, String> claims) {
        var request = EstimateSettlementRequest.newBuilder()
                .setDivision("110112")
                .setBorn(2018 - age + "-03-01")
                .setSex("MALE")
                .setOn("2018-06-30")
                .setInsuranceMonths(insured)
                .setOwnedMonths(48)
                .setOtherMonths(72)
                .setPermit(true)
                .setJob(true);
        claims.forEach((item, value) ->
                request.addClaims(SettlementClaim.newBuilder().setItem(item).setValue(value)));
        var decision = settlements(SIMING)
                .estimateSettlement(request.build())
                .getSheet()
                .getDecision();
        assertThat(decision.getLabelsList()).contains("ESTIMATE");
        return decision;
    }

    private static int points(Decision decision) {
        return decision.getResult().getPoints() / decision.getResult().getPointScale();
    }

    private SettlementServiceBlockingStub settlements(String division) {
        return door.as("permit-officer", division, SettlementServiceGrpc.newBlockingStub(door.channel()));
    }
}
