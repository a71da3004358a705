package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import onepermit.education.v1.CheckPupilRequest;
import onepermit.education.v1.ListCatchUpRequest;
import onepermit.education.v1.VaccinationCheck;
import onepermit.education.v1.VaccinationCheckServiceGrpc;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.v1.BirthMatch;
import onepermit.health.v1.BirthServiceGrpc;
import onepermit.health.v1.CatchUpDose;
import onepermit.health.v1.GetAssessmentRequest;
import onepermit.health.v1.GetAssessmentResponse;
import onepermit.health.v1.GetUnitRequest;
import onepermit.health.v1.GetUnitResponse;
import onepermit.health.v1.ListUnitCatchUpRequest;
import onepermit.health.v1.MatchBirthRequest;
import onepermit.health.v1.RecordBirthRequest;
import onepermit.health.v1.UnitCatchUp;
import onepermit.health.v1.VaccinationServiceGrpc;
import onepermit.health.v1.VaccinationUnitServiceGrpc;
import org.junit.jupiter.api.Test;

/** What the health department does for a child that moves, is born, or starts school: scenarios 26 and 36, and B14 by birth record. */
class HealthTest extends Scenario {
    private static final String HULI = "350206";
    private static final RequestContext VACCINATION = FrontDoor.context(Purpose.PURPOSE_VACCINATION, "E2E-HEALTH");
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Test
    void scenario_26_the_unit_tells_from_when_each_missing_dose_may_be_given_and_the_school_lists_the_gap() {
        var family = new Family(city, "2019-03-02").vaccinated("DTaP5", "MPSV-AC2");
        city.knows("education", "school", "code,name,division,stage,seats,public", "E2E-V,示例小学,350203,PRIMARY,90,true");
        city.knows("education", "roll", "citizen_id,school,stage,from,to", family.child + ",E2E-V,PRIMARY,2025-09-01,");
        city.isKnownTo("education");

        GetAssessmentResponse atEntry = assess(family.child, "2025-09-01");
        assertThat(atEntry.getDecision().getResult().getItemsList()).containsExactly("DTaP5", "MPSV-AC2");
        assertThat(atEntry.getCatchUpList())
                .extracting(CatchUpDose::getVaccine, CatchUpDose::getEarliestOn)
                .containsExactly(tuple("DTaP", "2025-09-01"), tuple("MPSV-AC", "2025-09-01"));
        assertThat(atEntry.getRecheckDue()).isEqualTo("2025-12-31");

        VaccinationCheck check = check(family.child);
        assertThat(check.getResult()).isEqualTo("INCOMPLETE");
        assertThat(check.getMissingList()).containsExactly("DTaP5", "MPSV-AC2");
        assertThat(check.getCheckDue()).isEqualTo("2025-10-01");
        assertThat(school().listCatchUp(ListCatchUpRequest.newBuilder()
                                .setSchool("E2E-V")
                                .setContext(admission())
                                .build())
                        .getChecksList())
                .extracting(VaccinationCheck::getPupilRef)
                .contains("E2E-HEALTH");

        city.knows(
                "health",
                "dose",
                "citizen_id,vaccine,given_on,division",
                family.child + ",DTaP,2025-10-08,350203",
                family.child + ",MPSV-AC,2025-10-08,350203");
        city.isKnownTo("education");
        assertThat(check(family.child).getResult()).isEqualTo("COMPLETE");
    }

    @Test
    void scenario_36_a_move_to_another_district_gives_the_child_another_vaccination_unit() {
        city.knows(
                "health", "vaccination-unit", "code,name,division", "E2E-U-SM,思明示例门诊,350203", "E2E-U-HL,湖里示例门诊,350206");
        var family = new Family(city, "2019-03-02").vaccinated("MPSV-AC2");
        family.lives(family.child, SIMING, "2021-01-06");
        var first = unitOf(SIMING, family.child, "");

        city.knows(
                "permit",
                "residence",
                "citizen_id,division,address,kind,from,to",
                family.child + ",350203,某路1号,REGISTRATION,2021-01-06," + today.minusDays(2),
                family.child + ",350206,某路2号,REGISTRATION," + today.minusDays(1) + ",");
        GetUnitResponse moved = unitOf(HULI, family.child, first.getUnit().getCode());

        assertThat(moved.getUnit().getDivision()).isEqualTo(HULI);
        assertThat(moved.getSince()).isEqualTo(today.minusDays(1).toString());
        assertThat(moved.getPreviousUnit()).isEqualTo(first.getUnit().getCode());
        assertThat(catchUp(moved.getUnit().getCode(), family.child).getDosesList())
                .extracting(CatchUpDose::getVaccine)
                .containsExactly("MPSV-AC");
    }

    @Test
    void b14_a_birth_record_shows_a_kinship_that_no_hukou_book_has_and_says_no_more() {
        var family = new Family(city, "2019-03-02");
        births("vaccination-officer")
                .recordBirth(RecordBirthRequest.newBuilder()
                        .setChildId(family.child)
                        .setMotherId(family.mother)
                        .setDivision(SIMING)
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(FrontDoor.context(Purpose.PURPOSE_BIRTH, "E2E-HEALTH"))
                        .build());

        assertThat(match(family.child, family.mother)).isEqualTo(BirthMatch.BIRTH_MATCH_ON_RECORD);
        assertThat(match(family.child, family.father)).isEqualTo(BirthMatch.BIRTH_MATCH_NO_RECORD);
    }

    private BirthMatch match(String child, String parent) {
        return births("admission-officer")
                .matchBirth(MatchBirthRequest.newBuilder()
                        .setChildId(child)
                        .setParentId(parent)
                        .setContext(admission())
                        .build())
                .getMatch();
    }

    private BirthServiceGrpc.BirthServiceBlockingStub births(String role) {
        return door.as(role, SIMING, BirthServiceGrpc.newBlockingStub(door.channel()));
    }

    private GetAssessmentResponse assess(String child, String termStart) {
        return door.as("vaccination-officer", SIMING, VaccinationServiceGrpc.newBlockingStub(door.channel()))
                .getAssessment(GetAssessmentRequest.newBuilder()
                        .setCitizenId(child)
                        .setTermStart(termStart)
                        .setContext(VACCINATION)
                        .build());
    }

    /** Waits until the child has a unit that is not the one before. */
    private GetUnitResponse unitOf(String division, String child, String before) {
        var request = GetUnitRequest.newBuilder()
                .setCitizenId(child)
                .setContext(VACCINATION)
                .build();
        Eventually.within(Duration.ofSeconds(90), "the unit has followed the address", () -> {
            try {
                var unit = units(division).getUnit(request).getUnit();
                return unit.getDivision().equals(division) && !unit.getCode().equals(before);
            } catch (StatusRuntimeException notYet) {
                return false;
            }
        });
        return units(division).getUnit(request);
    }

    private UnitCatchUp catchUp(String unit, String child) {
        var token = "";
        do {
            var page = units(HULI)
                    .listUnitCatchUp(ListUnitCatchUpRequest.newBuilder()
                            .setUnit(unit)
                            .setPageSize(200)
                            .setPageToken(token)
                            .setContext(VACCINATION)
                            .build());
            var found = page.getChildrenList().stream()
                    .filter(each -> each.getChild().getCitizenId().equals(child))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        throw new AssertionError("the child is not on the unit's list");
    }

    private VaccinationUnitServiceGrpc.VaccinationUnitServiceBlockingStub units(String division) {
        return door.as("vaccination-officer", division, VaccinationUnitServiceGrpc.newBlockingStub(door.channel()));
    }

    private VaccinationCheck check(String child) {
        return school().checkPupil(CheckPupilRequest.newBuilder()
                        .setCitizenId(child)
                        .setSchool("E2E-V")
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(admission())
                        .build())
                .getCheck();
    }

    private VaccinationCheckServiceGrpc.VaccinationCheckServiceBlockingStub school() {
        return door.as("admission-officer", SIMING, VaccinationCheckServiceGrpc.newBlockingStub(door.channel()));
    }

    private static RequestContext admission() {
        return FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "E2E-HEALTH");
    }
}
