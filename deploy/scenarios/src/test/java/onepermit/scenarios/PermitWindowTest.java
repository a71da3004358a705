package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.v1.ApplicationAct;
import onepermit.permit.v1.ApplicationState;
import onepermit.permit.v1.BookRequest;
import onepermit.permit.v1.BookResponse;
import onepermit.permit.v1.DecideRequest;
import onepermit.permit.v1.DecideResponse;
import onepermit.permit.v1.Entitlement;
import onepermit.permit.v1.EntitlementServiceGrpc;
import onepermit.permit.v1.FilerKind;
import onepermit.permit.v1.ListEndorsementsRequest;
import onepermit.permit.v1.ListEntitlementsRequest;
import onepermit.permit.v1.Material;
import onepermit.permit.v1.MissingItem;
import onepermit.permit.v1.OpenRequest;
import onepermit.permit.v1.OpenResponse;
import onepermit.permit.v1.Permit;
import onepermit.permit.v1.PermitApplicationServiceGrpc;
import onepermit.permit.v1.PermitApplicationServiceGrpc.PermitApplicationServiceBlockingStub;
import onepermit.permit.v1.PermitServiceGrpc;
import onepermit.permit.v1.PrefilledFact;
import onepermit.permit.v1.RecognitionOutcome;
import onepermit.permit.v1.RecognitionServiceGrpc;
import onepermit.permit.v1.Slot;
import onepermit.permit.v1.StationServiceGrpc;
import onepermit.permit.v1.SubmitRequest;
import onepermit.permit.v1.SubmitResponse;
import onepermit.permit.v1.VerifyPermitRequest;
import onepermit.permit.v1.VerifyPermitResponse;
import org.junit.jupiter.api.Test;

/** A day at the window of public security: scenarios 6, 10, 27, 28 and 38, and an application from the number of a card to the permit. */
class PermitWindowTest extends Scenario {
    private static final RequestContext CONTEXT = FrontDoor.context(Purpose.PURPOSE_PERMIT_APPLICATION, "E2E-WINDOW");

    @Test
    void an_application_is_filled_in_by_records_accepted_at_once_and_the_permit_is_issued() {
        var applicant = resident(SyntheticId.man("1990-05-06"));
        city.knows(
                "social",
                "employment",
                "citizen_id,employer,division,from,to,flexible",
                applicant + ",91990101MA0000007H,350203,2025-01-06,,false");
        city.isKnownTo("permit");

        OpenResponse opened = open(applicant);
        assertThat(opened.getFactsList())
                .filteredOn(PrefilledFact::getKnown)
                .extracting(PrefilledFact::getName)
                .contains("name", "hukou.place", "residence.address", "employment.current");
        assertThat(opened.getMissingList()).extracting(MissingItem::getCode).containsExactly("PHOTO");

        SubmitResponse accepted = submit(opened, "PHOTO");
        assertThat(accepted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_ACCEPTED);
        assertThat(accepted.getApplication().getDueOn()).isEqualTo("2025-07-22");

        DecideResponse issued = decide(accepted, ApplicationAct.APPLICATION_ACT_ISSUE);
        assertThat(issued.getApplication().getPermitNumber()).startsWith("350203-2025-");
    }

    @Test
    void scenario_6_a_son_files_for_his_mother_and_no_certificate_is_fetched_from_home() {
        var mother = resident(SyntheticId.woman("1954-03-15"));
        var son = SyntheticId.man("1982-07-17");
        person(son);
        city.knows(
                "permit",
                "dwelling",
                "citizen_id,division,kind,from,to,share_bp,usage,register_no",
                son + ",350203,OWNED,2018-01-01,,,RESIDENTIAL,H-" + UUID.randomUUID());
        city.knows("permit", "kinship", "child_id,parent_id,relation", son + "," + mother + ",MOTHER");
        city.isKnownTo("permit");

        SubmitResponse filed = submit(
                applications()
                        .open(opening(mother)
                                .setHostId(son)
                                .setFiler(FilerKind.FILER_KIND_RELATIVE)
                                .setRelativeId(son)
                                .setCannotCome(true)
                                .build()),
                "PHOTO");

        assertThat(filed.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_ACCEPTED);
    }

    @Test
    void scenario_38_a_machines_no_waits_for_an_officer_and_says_who_refused_and_why() {
        var local = SyntheticId.man("1991-01-01");
        city.knows("permit", "person", "citizen_id,name,hukou_division,hukou_since", local + ",张三,350200,");
        city.knows(
                "permit",
                "residence",
                "citizen_id,division,address,kind,from,to",
                local + ",350203,湖滨南路8号,REGISTRATION,2025-01-06,");
        city.isKnownTo("permit");

        SubmitResponse waiting = submit(open(local), "PHOTO");
        assertThat(waiting.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_NEEDS_REVIEW);
        assertThat(waiting.getDecision().getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);

        DecideResponse refused = decide(waiting, ApplicationAct.APPLICATION_ACT_REFUSE);
        assertThat(refused.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_REFUSED);
        assertThat(refused.getApplication().getRuling().getOfficer()).isNotEmpty();
        assertThat(refused.getDecision().getFinality()).isEqualTo(Finality.FINALITY_FINAL);
    }

    @Test
    void scenario_10_a_full_station_offers_the_next_free_slot_of_the_city() {
        var full = "E2E-" + UUID.randomUUID();
        var next = "E2E-" + UUID.randomUUID();
        city.knows(
                "permit",
                "station",
                "code,name,division,channel,windows,daily_quota,every_day",
                full + ",思明办证点,990101,POLICE_STATION,2,1,true",
                next + ",湖里办证点,990102,COMMUNITY,2,20,true");
        var tomorrow = LocalDate.now().plusDays(1).toString();

        BookResponse booked = book(SyntheticId.man("1990-01-01"), full, tomorrow);
        BookResponse offered = book(SyntheticId.man("1990-01-02"), full, tomorrow);

        assertThat(booked.hasAppointment()).isTrue();
        assertThat(offered.hasAppointment()).isFalse();
        assertThat(offered.getOffersList()).extracting(Slot::getStation).contains(next);
    }

    @Test
    void scenario_27_in_cixi_the_class_decided_on_unemployment_insurance() {
        assertThat(inCixi("SKILLED")).isEqualTo("YES");
        assertThat(inCixi("ORDINARY")).isEqualTo("NO");
        assertThat(inCixi("TEMPORARY")).isEqualTo("UNKNOWN");
    }

    @Test
    void scenario_28_a_permit_of_yushan_counts_in_changshan_and_tells_nothing_in_cixi() {
        var holder = SyntheticId.man("1990-01-01");
        city.knows(
                "permit",
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to",
                holder + ",361123,E2E-" + UUID.randomUUID() + ",2024-01-01,2999-01-01");

        VerifyPermitResponse there = verify(holder, "330822");
        assertThat(there.getOutcome()).isEqualTo(RecognitionOutcome.RECOGNITION_OUTCOME_RECOGNISED);
        assertThat(there.getValidTo()).isEqualTo("2999-01-01");
        assertThat(verify(holder, "330282"))
                .isEqualTo(VerifyPermitResponse.newBuilder()
                        .setOutcome(RecognitionOutcome.RECOGNITION_OUTCOME_NOT_COVERED)
                        .build());
    }

    @Test
    void the_window_lists_permits_whose_endorsement_is_open_or_late_by_number_alone() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var open = "E2E-" + UUID.randomUUID();
        var late = "E2E-" + UUID.randomUUID();
        var early = "E2E-" + UUID.randomUUID();
        permit(open, today.plusDays(10));
        permit(late, today.minusDays(10));
        permit(early, today.plusDays(60));

        var due = door.as("permit-officer", "990101", PermitServiceGrpc.newBlockingStub(door.channel()))
                .listEndorsements(ListEndorsementsRequest.newBuilder()
                        .setDivision("990101")
                        .setPageSize(200)
                        .setContext(CONTEXT)
                        .build());

        assertThat(due.getPermitsList())
                .extracting(Permit::getNumber)
                .contains(open, late)
                .doesNotContain(early);
    }

    private void permit(String number, LocalDate endorsedTo) {
        city.knows(
                "permit",
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to",
                SyntheticId.man("1990-01-01") + ",990101," + number + "," + endorsedTo.minusYears(1) + ","
                        + endorsedTo);
    }

    private String inCixi(String permitClass) {
        return door
                .as("permit-officer", "330282", EntitlementServiceGrpc.newBlockingStub(door.channel()))
                .listEntitlements(ListEntitlementsRequest.newBuilder()
                        .setDivision("330282")
                        .setPermitClass(permitClass)
                        .setOn("2016-03-01")
                        .build())
                .getEntitlementsList()
                .stream()
                .filter(e -> e.getCode().equals("UNEMPLOYMENT_INSURANCE"))
                .map(Entitlement::getLevel)
                .findFirst()
                .orElseThrow();
    }

    private VerifyPermitResponse verify(String citizen, String division) {
        return door.as("permit-officer", division, RecognitionServiceGrpc.newBlockingStub(door.channel()))
                .verifyPermit(VerifyPermitRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setDivision(division)
                        .setService("COMPULSORY_EDUCATION")
                        .setContext(CONTEXT)
                        .build());
    }

    private BookResponse book(String citizen, String station, String day) {
        return door.as("permit-officer", "990101", StationServiceGrpc.newBlockingStub(door.channel()))
                .book(BookRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setStation(station)
                        .setDay(day)
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build());
    }

    private OpenResponse open(String citizen) {
        return applications().open(opening(citizen).build());
    }

    private OpenRequest.Builder opening(String citizen) {
        return OpenRequest.newBuilder()
                .setCitizenId(citizen)
                .setOpenedOn("2025-07-07")
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT);
    }

    private SubmitResponse submit(OpenResponse opened, String paper) {
        return applications()
                .submit(SubmitRequest.newBuilder()
                        .setApplicationId(opened.getApplication().getId())
                        .addAllMaterials(List.of(Material.newBuilder()
                                .setKind(paper)
                                .setSha256("0".repeat(64))
                                .build()))
                        .setSubmittedOn("2025-07-07")
                        .setEtag(opened.getEtag())
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build());
    }

    private DecideResponse decide(SubmitResponse submitted, ApplicationAct act) {
        return applications()
                .decide(DecideRequest.newBuilder()
                        .setApplicationId(submitted.getApplication().getId())
                        .setAct(act)
                        .setReason("申请人户籍在本市")
                        .setArticle("国务院令第663号 第二条")
                        .setDecidedOn("2025-07-09")
                        .setEtag(submitted.getEtag())
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build());
    }

    private PermitApplicationServiceBlockingStub applications() {
        return door.as("permit-officer", SIMING, PermitApplicationServiceGrpc.newBlockingStub(door.channel()));
    }

    private String resident(String citizen) {
        person(citizen);
        city.knows(
                "permit",
                "residence",
                "citizen_id,division,address,kind,from,to",
                citizen + ",350203,湖滨南路9号,REGISTRATION,2025-01-06,");
        return citizen;
    }

    private void person(String citizen) {
        city.knows("permit", "person", "citizen_id,name,hukou_division,hukou_since", citizen + ",张三,360100,");
    }
}
