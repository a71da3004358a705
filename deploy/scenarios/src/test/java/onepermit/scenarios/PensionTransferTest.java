package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.social.v1.CheckTransferRequest;
import onepermit.social.v1.ContributionServiceGrpc;
import onepermit.social.v1.IssueContributionCertificateRequest;
import onepermit.social.v1.OpenTransferRequest;
import onepermit.social.v1.PensionTransferServiceGrpc;
import onepermit.social.v1.TransferStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 22: a pension relation that moves to another province, or stays; and the certificate that replaces the paper. */
class PensionTransferTest extends Scenario {
    private static final String HEFEI = "340100";
    private static final String XIAMEN = "350200";
    private static final String EMPLOYER = "91990101MA0000007H";
    private static final String CONTRIBUTION = "citizen_id,place,kind,month,employer,base_fen,back_paid";
    private static final RequestContext CONTEXT = FrontDoor.context(Purpose.PURPOSE_PENSION, "E2E-TRANSFER");

    @TempDir
    private Path folder;

    @Test
    void scenario_22_at_41_a_temporary_account_at_39_a_transfer_and_back_home_a_transfer() {
        var at41 = resident("1974-03-01", HEFEI);
        var at39 = resident("1976-03-01", HEFEI);
        var returning = resident("1974-03-02", XIAMEN);
        city.knows("social", "contribution", CONTRIBUTION, paid(at41, "2015-06"), paid(at39, "2015-06"));
        city.isKnownTo("social");

        assertThat(check(at41).getResult().getCode()).isEqualTo("TEMPORARY_ACCOUNT");
        assertThat(check(at39).getResult().getCode()).isEqualTo("NORMAL_TRANSFER");
        assertThat(check(returning).getResult().getCode()).isEqualTo("NORMAL_TRANSFER");
    }

    @Test
    void a_transfer_waits_for_the_new_place_for_15_working_days() {
        var person = resident("1990-03-01", HEFEI);
        city.isKnownTo("social");

        var transfer = door.as(
                        "social-insurance-officer", XIAMEN, PensionTransferServiceGrpc.newBlockingStub(door.channel()))
                .openTransfer(OpenTransferRequest.newBuilder()
                        .setCitizenId(person)
                        .setFromPlace(HEFEI)
                        .setToPlace(XIAMEN)
                        .setDecisionId(check(person).getId())
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build())
                .getTransfer();

        assertThat(transfer.getWaitsFor()).isEqualTo(TransferStep.TRANSFER_STEP_ANSWER);
        assertThat(transfer.getDueOn()).isEqualTo("2025-10-11");
    }

    @Test
    void a_certificate_of_contributions_is_checked_with_the_departments_public_key_alone() throws Exception {
        var person = SyntheticId.man("1990-01-01");
        city.knows("social", "contribution", CONTRIBUTION, paid(person, "2024-01"), paid(person, "2024-02"));

        var certificate = door.as(
                        "social-insurance-officer", XIAMEN, ContributionServiceGrpc.newBlockingStub(door.channel()))
                .issueContributionCertificate(IssueContributionCertificateRequest.newBuilder()
                        .setCitizenId(person)
                        .setContext(FrontDoor.context(Purpose.PURPOSE_CONTRIBUTION, "E2E-CERTIFICATE"))
                        .build())
                .getCertificate();

        var file = Files.writeString(folder.resolve("certificate"), certificate);
        var checked = new ProcessBuilder(
                        "node",
                        "../verify/src/main/js/onepermit-verify.mjs",
                        "--policy",
                        stack.home().resolve("keys/ledger.policy").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(checked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(checked.waitFor()).as(said).isZero();
        assertThat(said)
                .startsWith("VALID: signed by onepermit/social\n")
                .contains("citizen-id " + person, "run 2024-01 2024-02");
    }

    private Decision check(String id) {
        return door.as("social-insurance-officer", XIAMEN, PensionTransferServiceGrpc.newBlockingStub(door.channel()))
                .checkTransfer(CheckTransferRequest.newBuilder()
                        .setCitizenId(id)
                        .setFromPlace(HEFEI)
                        .setToPlace(XIAMEN)
                        .setRequestedOn("2025-09-15")
                        .setContext(CONTEXT)
                        .build())
                .getDecision();
    }

    private String resident(String born, String hukou) {
        var id = SyntheticId.woman(born);
        city.knows("permit", "person", "citizen_id,name,hukou_division,hukou_since", id + ",李四," + hukou + ",");
        return id;
    }

    private static String paid(String id, String month) {
        return id + "," + XIAMEN + ",PENSION," + month + "," + EMPLOYER + ",400000,false";
    }
}
