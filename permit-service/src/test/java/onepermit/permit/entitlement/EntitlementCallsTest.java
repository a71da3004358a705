package onepermit.permit.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.CompareEntitlementsRequest;
import onepermit.permit.v1.CompareEntitlementsResponse;
import onepermit.permit.v1.Entitlement;
import onepermit.permit.v1.EntitlementRow;
import onepermit.permit.v1.GetEntitlementsRequest;
import onepermit.permit.v1.GetEntitlementsResponse;
import onepermit.permit.v1.ListEntitlementsRequest;
import onepermit.permit.v1.ListEntitlementsResponse;
import onepermit.permit.v1.PermitStatus;
import org.junit.jupiter.api.Test;

/** What a permit gives, asked over the wire. */
class EntitlementCallsTest extends PermitOffice {

    /** A01, A04, A05, A09. */
    @Test
    void a04_a05_a_valid_permit_gives_three_rights_six_services_seven_conveniences_and_the_way_to_hukou() {
        GetEntitlementsResponse given = get(holder("350203", ""), "");

        assertThat(given.getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_ACTIVE);
        assertThat(group(given, "RIGHT")).containsExactlyInAnyOrder("EMPLOYMENT", "SOCIAL_INSURANCE", "HOUSING_FUND");
        assertThat(group(given, "SERVICE"))
                .containsExactly(
                        "COMPULSORY_EDUCATION",
                        "EMPLOYMENT_SERVICE",
                        "HEALTH_AND_FAMILY_PLANNING_SERVICE",
                        "CULTURE_AND_SPORTS",
                        "LEGAL_AID",
                        "OTHER_SERVICE");
        assertThat(group(given, "CONVENIENCE")).hasSize(7);
        assertThat(group(given, "CHANNEL")).containsExactly("SETTLEMENT");
        assertThat(given.getEntitlementsList())
                .filteredOn(e -> e.getGroup().equals("SERVICE"))
                .extracting(Entitlement::getSource)
                .allSatisfy(source -> assertThat(source).startsWith("国务院令第663号 第十二条"));
        assertThat(given.getResidenceYears()).isEqualTo(2);
    }

    @Test
    void a_suspended_permit_gives_nothing() {
        String citizen = SyntheticIds.man("1990-01-01");
        load(
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to",
                citizen + ",350203,E-" + UUID.randomUUID() + ",2024-01-01,2025-01-01");

        GetEntitlementsResponse given = get(citizen, "");

        assertThat(given.getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_SUSPENDED);
        assertThat(given.getEntitlementsList()).isEmpty();
    }

    /** G06. */
    @Test
    void g06_a_permit_of_high_level_talent_gives_more() {
        assertThat(group(get(holder("350203", "HIGH_TALENT"), ""), "CLASS"))
                .containsExactly("TALENT_HOUSING", "TALENT_SCHOOLING", "TALENT_RESEARCH");
    }

    /** G07. */
    @Test
    void g07_what_another_city_would_give_is_told_at_once() {
        GetEntitlementsResponse elsewhere = get(holder("350203", ""), "361123");

        assertThat(elsewhere.getElsewhere()).isTrue();
        assertThat(elsewhere.getPack().getDocumentNumber()).isEqualTo("赣府厅发〔2016〕12号");
        assertThat(group(elsewhere, "LOCAL")).containsExactly("COLLEGE_ENTRANCE_EXAM");
        assertThat(elsewhere.getResidenceYears())
                .as("the history follows the person")
                .isEqualTo(2);
    }

    /** G05, A06. */
    @Test
    void g05_a06_places_are_compared_line_by_line_and_each_cites_its_document() {
        CompareEntitlementsResponse compared = officer()
                .entitlements()
                .compareEntitlements(CompareEntitlementsRequest.newBuilder()
                        .addDivisions("110000")
                        .addDivisions("360100")
                        .build());

        assertThat(compared.getPacksList())
                .extracting(pack -> pack.getDocumentNumber())
                .containsExactly("北京市人民政府令第270号", "赣府厅发〔2016〕12号");
        assertThat(compared.getRowsList())
                .filteredOn(row -> row.getCode().equals("COLLEGE_ENTRANCE_EXAM"))
                .singleElement()
                .satisfies(row -> assertThat(row.getPlacesList())
                        .extracting(Entitlement::getLevel)
                        .containsExactly("", "UNKNOWN"));
        assertThat(compared.getRowsList())
                .extracting(EntitlementRow::getCode)
                .contains("COMPULSORY_EDUCATION", "ID_CARD");
    }

    /** K06. */
    @Test
    void k06_who_was_granted_local_hukou_has_what_a_permit_gives_and_what_it_does_not() {
        String citizen = holder("350203", "");
        load(
                "person",
                "citizen_id,name,hukou_division,hukou_since",
                citizen + ",张三,350206," + LocalDate.now().minusDays(1));

        GetEntitlementsResponse given = officerOf("350203").entitlements().getEntitlements(asking(citizen, ""));

        assertThat(given.getLocalHukou()).isTrue();
        assertThat(given.getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_CANCELLED);
        assertThat(given.getEntitlementsList())
                .extracting(Entitlement::getCode)
                .contains("COMPULSORY_EDUCATION", "ID_CARD", "MEDICAL_RATE", "SUBSIDISED_HOUSING")
                .doesNotContain("SETTLEMENT");
    }

    /** A11. */
    @Test
    void a11_the_gap_to_hukou_is_listed() {
        ListEntitlementsResponse listed = officer()
                .entitlements()
                .listEntitlements(ListEntitlementsRequest.newBuilder()
                        .setDivision("350203")
                        .setOn("2025-01-01")
                        .build());

        assertThat(listed.getHukouOnlyList()).extracting(Entitlement::getCode).contains("SUBSIDISED_HOUSING");
        assertThat(listed.getEntitlementsList())
                .extracting(Entitlement::getCode)
                .doesNotContain("SUBSIDISED_HOUSING");
    }

    @Test
    void a_permit_of_another_division_looks_like_none() {
        String citizen = holder("350203", "");

        assertThat(Refused.by(() -> officerOf("110000").entitlements().getEntitlements(asking(citizen, "")))
                        .reason())
                .isEqualTo("PERMIT_NOT_FOUND");
    }

    private String holder(String division, String permitClass) {
        String citizen = SyntheticIds.man("1990-01-01");
        LocalDate issued = LocalDate.now().minusYears(2).minusDays(10);
        load(
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to,class",
                String.join(
                        ",",
                        citizen,
                        division,
                        "E-" + UUID.randomUUID(),
                        issued.toString(),
                        issued.plusYears(3).toString(),
                        permitClass));
        return citizen;
    }

    private GetEntitlementsResponse get(String citizen, String division) {
        return officer().entitlements().getEntitlements(asking(citizen, division));
    }

    private static GetEntitlementsRequest asking(String citizen, String division) {
        return GetEntitlementsRequest.newBuilder()
                .setCitizenId(citizen)
                .setDivision(division)
                .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                .build();
    }

    private static List<String> group(GetEntitlementsResponse given, String group) {
        return given.getEntitlementsList().stream()
                .filter(e -> e.getGroup().equals(group))
                .map(Entitlement::getCode)
                .toList();
    }
}
