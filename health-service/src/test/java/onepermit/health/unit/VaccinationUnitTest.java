package onepermit.health.unit;

import static onepermit.health.Clinic.SIMING;
import static onepermit.health.Clinic.context;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.Clinic;
import onepermit.health.v1.CatchUpDose;
import onepermit.health.v1.GetUnitRequest;
import onepermit.health.v1.GetUnitResponse;
import onepermit.health.v1.ListChildrenRequest;
import onepermit.health.v1.ListChildrenResponse;
import onepermit.health.v1.ListUnitCatchUpRequest;
import onepermit.health.v1.ListUnitsRequest;
import onepermit.health.v1.UnitChild;
import onepermit.health.v1.VaccinationUnit;
import onepermit.health.v1.VaccinationUnitServiceGrpc;
import onepermit.permit.v1.AddressPeriod;
import onepermit.permit.v1.ResidenceFact;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A child's vaccination unit follows its residence (scenario 36), and the unit knows its children and their gaps. */
class VaccinationUnitTest {
    private static final String HULI = "350206";
    private static final String JIMEI = "350211";
    private static final Clinic CLINIC = Clinic.open();
    private static final ConfigurableApplicationContext PERMIT =
            RoadService.start("permit", TestInfrastructure.database(), CLINIC.service.road());

    static {
        load(
                "vaccination-unit",
                "code,name,division,takes_in",
                "U-SM-0,思明区妇幼保健院,350203,false",
                "U-SM-1,思明区一门诊,350203,",
                "U-SM-2,思明区二门诊,350203,true",
                "U-HL-1,湖里区一门诊,350206,true");
    }

    @Test
    void scenario_36_a_move_gives_the_child_the_unit_of_its_new_address() {
        String child = vaccinated("2022-04-05");
        lives(child, period(SIMING, 20230101, 0));
        assertThat(unit(SIMING, child).getUnit().getCode()).isEqualTo("U-SM-1");

        lives(child, period(SIMING, 20230101, 20260430), period(HULI, 20260501, 0));

        GetUnitResponse moved = unit(HULI, child);
        assertThat(moved.getUnit())
                .extracting(VaccinationUnit::getCode, VaccinationUnit::getDivision)
                .containsExactly("U-HL-1", HULI);
        assertThat(moved.getSince()).isEqualTo("2026-05-01");
        assertThat(moved.getPreviousUnit()).isEqualTo("U-SM-1");
        assertThat(sweep()).isZero();
    }

    @Test
    void a_division_without_a_unit_has_none_until_one_comes_and_the_child_is_not_lost() {
        String child = vaccinated("2022-04-06");
        lives(child, period("420100", 20230101, 0));
        GetUnitResponse none = unit("420100", child);
        assertThat(none.hasUnit()).isFalse();
        assertThat(none.getDivision()).isEqualTo("420100");

        load("vaccination-unit", "code,name,division", "U-WH-1,武汉市一门诊,420100");
        sweep();

        assertThat(unit("420100", child).getUnit().getCode()).isEqualTo("U-WH-1");
    }

    @Test
    void a_child_whose_residence_ended_keeps_its_unit_until_it_is_registered_elsewhere() {
        String child = vaccinated("2022-04-07");
        lives(child, period(SIMING, 20230101, 0));
        lives(child, period(SIMING, 20230101, 20260430));

        assertThat(unit(SIMING, child).getUnit().getCode()).isEqualTo("U-SM-1");
    }

    @Test
    void another_divisions_officer_sees_of_a_child_and_of_a_unit_what_there_is_of_unknown_ones() {
        String child = vaccinated("2022-04-08");
        lives(child, period(SIMING, 20230101, 0));

        Refused foreign = Refused.by(() -> unit(JIMEI, child));
        Refused unknown = Refused.by(() -> unit(JIMEI, SyntheticIds.man("2022-04-08")));
        assertThat(foreign.reason()).isEqualTo(unknown.reason()).isEqualTo("UNIT_UNKNOWN");
        assertThat(foreign.text()).isEqualTo(unknown.text());
        Refused list = Refused.by(() -> children(JIMEI, "U-SM-1", 0, ""));
        assertThat(list.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(list.text())
                .isEqualTo(Refused.by(() -> children(JIMEI, "U-NONE", 0, "")).text());
    }

    @Test
    void a_unit_lists_its_children_page_by_page_and_each_once() {
        load("vaccination-unit", "code,name,division", "U-JM-1,集美区一门诊,350211");
        List<String> came = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String child = vaccinated("2022-05-0" + i);
            lives(child, period(JIMEI, 20230101, 0));
            came.add(child);
        }

        ListChildrenResponse first = children(JIMEI, "U-JM-1", 2, "");
        ListChildrenResponse second = children(JIMEI, "U-JM-1", 2, first.getNextPageToken());

        assertThat(first.getChildrenList())
                .extracting(UnitChild::getCitizenId)
                .containsExactlyElementsOf(came.subList(0, 2));
        assertThat(second.getChildrenList()).extracting(UnitChild::getCitizenId).containsExactly(came.getLast());
        assertThat(second.getNextPageToken()).isEmpty();
        assertThat(first.getChildren(0).getBorn()).isEqualTo("2022-05-01");
    }

    @Test
    void the_units_work_list_says_what_each_child_misses_and_from_when_it_may_be_given() {
        load("vaccination-unit", "code,name,division", "U-XM-9,同安区一门诊,350212");
        String child = vaccinated("2025-03-02");
        lives(child, period("350212", 20250302, 0));

        var work = CLINIC.units("350212")
                .listUnitCatchUp(ListUnitCatchUpRequest.newBuilder()
                        .setUnit("U-XM-9")
                        .setOn("2025-04-10")
                        .setContext(context(Purpose.PURPOSE_VACCINATION))
                        .build());

        assertThat(work.getChildrenList()).hasSize(1);
        assertThat(work.getChildren(0).getDosesList())
                .extracting(CatchUpDose::getVaccine, CatchUpDose::getNumber, CatchUpDose::getEarliestOn)
                .containsExactly(tuple("HepB", 2, "2025-04-10"), tuple("BCG", 1, "2025-04-10"));
    }

    @Test
    void anyone_may_see_which_units_a_city_has() {
        var units = VaccinationUnitServiceGrpc.newBlockingStub(CLINIC.service.channel())
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .listUnits(ListUnitsRequest.newBuilder().setDivision("350203").build());

        assertThat(units.getUnitsList())
                .extracting(VaccinationUnit::getCode)
                .containsExactly("U-SM-0", "U-SM-1", "U-SM-2");
    }

    private static String vaccinated(String born) {
        String child = SyntheticIds.woman(born);
        load("dose", "citizen_id,vaccine,given_on,division", child + ",HepB," + born + "," + SIMING);
        return child;
    }

    /** Registered, known at the health department, and followed. */
    private static void lives(String child, AddressPeriod... periods) {
        ResidenceFact residence =
                ResidenceFact.newBuilder().addAllPeriods(List.of(periods)).build();
        new Owner(PERMIT)
                .publish(List.of(new FactChange(
                        "residence.registration",
                        CLINIC.key(child),
                        "residence",
                        "onepermit.registration.AddressChanged.v1",
                        residence)));
        RequestContext why = context(Purpose.PURPOSE_VACCINATION);
        FactReader reader = CLINIC.service.bean(FactReader.class);
        Await.until(
                "the residence is known here",
                () ->
                        reader
                                .read(List.of(CLINIC.key(child)), why)
                                .find(CLINIC.key(child), "residence.registration")
                                .rows()
                                .stream()
                                .anyMatch(row -> Arrays.equals(row.payload(), residence.toByteArray())));
        sweep();
    }

    private static int sweep() {
        return CLINIC.service.bean(FollowResidences.class).sweep();
    }

    private static AddressPeriod period(String division, int from, int to) {
        return AddressPeriod.newBuilder()
                .setDivision(division)
                .setKind(1)
                .setFrom(from)
                .setTo(to)
                .build();
    }

    private static GetUnitResponse unit(String officersDivision, String child) {
        return CLINIC.units(officersDivision)
                .getUnit(GetUnitRequest.newBuilder()
                        .setCitizenId(child)
                        .setContext(context(Purpose.PURPOSE_VACCINATION))
                        .build());
    }

    private static ListChildrenResponse children(String division, String unit, int size, String token) {
        return CLINIC.units(division)
                .listChildren(ListChildrenRequest.newBuilder()
                        .setUnit(unit)
                        .setPageSize(size)
                        .setPageToken(token)
                        .setContext(context(Purpose.PURPOSE_VACCINATION))
                        .build());
    }

    private static void load(String kind, String... lines) {
        assertThat(CLINIC.load(kind, List.of(lines))).isEmpty();
    }
}
