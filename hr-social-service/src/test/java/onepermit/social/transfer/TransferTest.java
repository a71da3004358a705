package onepermit.social.transfer;

import static onepermit.social.Office.context;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.social.Office;
import onepermit.social.v1.AdvanceTransferRequest;
import onepermit.social.v1.CheckTransferRequest;
import onepermit.social.v1.GetTransfersRequest;
import onepermit.social.v1.OpenTransferRequest;
import onepermit.social.v1.PensionTransfer;
import onepermit.social.v1.PensionTransferServiceGrpc;
import onepermit.social.v1.PensionTransferServiceGrpc.PensionTransferServiceBlockingStub;
import onepermit.social.v1.TransferStep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Scenario 22, and the three steps of a transfer with 15 working days each. */
class TransferTest {
    private static final String HEFEI = "340100";
    private static final String XIAMEN = Office.XIAMEN;
    private static final RequestContext CONTEXT = context(Purpose.PURPOSE_PENSION);
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
    void scenario_22_a_woman_of_41_first_insured_elsewhere_has_a_temporary_account() {
        String woman = resident("1974-03-01", HEFEI);
        paid(woman, HEFEI, "2000-01", "2014-12");
        paid(woman, XIAMEN, "2015-06", "2015-08");

        Decision decision = check(woman, HEFEI, XIAMEN);

        assertThat(decision.getOutcome()).as("%s", decision).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(decision.getResult().getCode()).isEqualTo("TEMPORARY_ACCOUNT");
        assertThat(Refused.by(() -> open(woman, HEFEI, XIAMEN, decision)).reason())
                .isEqualTo("DECISION_NO_TRANSFER");
    }

    @Test
    void scenario_22_at_39_or_back_at_the_hukou_place_it_is_a_transfer() {
        String young = resident("1976-03-01", HEFEI);
        paid(young, XIAMEN, "2015-06", "2015-08");
        assertThat(check(young, HEFEI, XIAMEN).getResult().getCode()).isEqualTo("NORMAL_TRANSFER");

        String returning = resident("1974-03-01", XIAMEN);
        assertThat(check(returning, HEFEI, XIAMEN).getResult().getCode()).isEqualTo("NORMAL_TRANSFER");
    }

    @Test
    void a_transfer_takes_three_steps_of_15_working_days_each_by_the_place_whose_turn_it_is() {
        String person = resident("1990-03-01", HEFEI);
        PensionTransfer opened = open(person, HEFEI, XIAMEN, check(person, HEFEI, XIAMEN));
        assertThat(opened.getWaitsFor()).isEqualTo(TransferStep.TRANSFER_STEP_ANSWER);
        assertThat(opened.getDueOn()).isEqualTo("2025-10-11");
        assertThat(opened.getOverdue()).isTrue();
        assertThat(Refused.by(() -> advance(HEFEI, person, opened, "2025-09-20"))
                        .reason())
                .isEqualTo("NOT_IN_TURN");

        PensionTransfer answered = advance(XIAMEN, person, opened, "2025-09-22");
        assertThat(answered.getWaitsFor()).isEqualTo(TransferStep.TRANSFER_STEP_HAND_OVER);
        assertThat(answered.getDueOn()).isEqualTo("2025-10-17");
        assertThat(Refused.by(() -> advance(XIAMEN, person, answered, "2025-09-23"))
                        .reason())
                .isEqualTo("NOT_IN_TURN");
        assertThat(Refused.by(() -> advance(HEFEI, person, answered, "2025-09-21"))
                        .reason())
                .isEqualTo("DATE_ORDER");

        PensionTransfer handedOver = advance(HEFEI, person, answered, "2025-09-30");
        PensionTransfer closed = advance(XIAMEN, person, handedOver, "2025-10-14");
        assertThat(closed.getWaitsFor()).isEqualTo(TransferStep.TRANSFER_STEP_CLOSED);
        assertThat(closed.getDueOn()).isEmpty();
        assertThat(closed.getDoneOnList()).containsExactly("2025-09-22", "2025-09-30", "2025-10-14");
        assertThat(Refused.by(() -> advance(XIAMEN, person, closed, "2025-10-15"))
                        .reason())
                .isEqualTo("TRANSFER_CLOSED");
        assertThat(transfers(HEFEI, person)).containsExactly(closed);
        assertThat(transfers("420100", person)).isEmpty();
    }

    @Test
    void without_a_hukou_on_record_nothing_is_opened_and_nobody_refused() {
        resident("1990-03-01", HEFEI);
        String stranger = SyntheticIds.woman("1980-03-01");

        Decision decision = check(stranger, HEFEI, XIAMEN);

        assertThat(decision.getOutcome()).isEqualTo(Outcome.OUTCOME_PENDING_EVIDENCE);
        assertThat(Refused.by(() -> open(stranger, HEFEI, XIAMEN, decision)).reason())
                .isEqualTo("DECISION_NO_TRANSFER");
    }

    @Test
    void a_decision_on_other_places_opens_nothing() {
        String person = resident("1990-03-01", HEFEI);
        Decision decision = check(person, HEFEI, XIAMEN);

        assertThat(Refused.by(() -> open(person, "420100", XIAMEN, decision)).reason())
                .isEqualTo("DECISION_UNKNOWN");
    }

    private static Decision check(String id, String from, String to) {
        return office(to)
                .checkTransfer(CheckTransferRequest.newBuilder()
                        .setCitizenId(id)
                        .setFromPlace(from)
                        .setToPlace(to)
                        .setRequestedOn("2025-09-15")
                        .setContext(CONTEXT)
                        .build())
                .getDecision();
    }

    private static PensionTransfer open(String id, String from, String to, Decision decision) {
        return office(to)
                .openTransfer(OpenTransferRequest.newBuilder()
                        .setCitizenId(id)
                        .setFromPlace(from)
                        .setToPlace(to)
                        .setDecisionId(decision.getId())
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build())
                .getTransfer();
    }

    private static PensionTransfer advance(String place, String id, PensionTransfer transfer, String on) {
        return office(place)
                .advanceTransfer(AdvanceTransferRequest.newBuilder()
                        .setCitizenId(id)
                        .setTransferId(transfer.getId())
                        .setDoneOn(on)
                        .setRequestId(UUID.randomUUID().toString())
                        .setEtag(transfer.getEtag())
                        .setContext(CONTEXT)
                        .build())
                .getTransfer();
    }

    private static List<PensionTransfer> transfers(String place, String id) {
        return office(place)
                .getTransfers(GetTransfersRequest.newBuilder()
                        .setCitizenId(id)
                        .setContext(CONTEXT)
                        .build())
                .getTransfersList();
    }

    private static PensionTransferServiceBlockingStub office(String place) {
        return OFFICE.service.as(
                "social-insurance-officer",
                "social",
                place,
                PensionTransferServiceGrpc.newBlockingStub(OFFICE.service.channel()));
    }

    private static String resident(String born, String place) {
        String id = SyntheticIds.woman(born);
        hukou.publish(place, OFFICE.key(id));
        OFFICE.awaitReplica(OFFICE.key(id));
        return id;
    }

    private static void paid(String id, String place, String from, String to) {
        List<String> lines = new ArrayList<>(List.of("citizen_id,place,kind,month,employer,base_fen"));
        for (var month = YearMonth.parse(from); !month.isAfter(YearMonth.parse(to)); month = month.plusMonths(1)) {
            lines.add(id + "," + place + ",PENSION," + month + "," + Office.SHOP + ",400000");
        }
        assertThat(OFFICE.load("contribution", lines)).isEmpty();
    }
}
