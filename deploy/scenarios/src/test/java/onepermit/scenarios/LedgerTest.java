package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.ReceiptRef;
import org.junit.jupiter.api.Test;

/** The record of a look: its receipt at the door, and the ledger as a tool reads it that is not ours. */
class LedgerTest extends Scenario {
    private static final String RECEIPT = "/v1/departments/education/ledger:receipt";
    private final HttpDoor http = new HttpDoor(stack);
    private final ForeignAuditor foreign = new ForeignAuditor(http, "education");

    @Test
    void a_foreign_tool_computes_the_signed_root_from_tiles_and_finds_the_look_in_it() {
        var look = look();

        Eventually.within(
                Duration.ofSeconds(10),
                "a tree with the look is signed",
                () -> foreign.checkpoint().size() > look.getIndex());
        var signed = foreign.checkpoint();
        var hashes = foreign.leafHashes(signed.size());

        assertThat(signed.origin()).isEqualTo("onepermit/education");
        assertThat(ForeignAuditor.root(hashes)).isEqualTo(signed.root());
        assertThat(hashes.get((int) look.getIndex()))
                .isEqualTo(look.getLeafHash().toByteArray());
        assertThat(foreign.bundle(0, 1L << 60, "").statusCode()).isEqualTo(401);
    }

    @Test
    void leaves_are_for_auditors_alone_and_hash_to_the_tiles() {
        long size = Math.min(256, sealedWith(look()));
        var officer = foreign.bundle(0, size, door.token("admission-officer", SIMING));

        var bundle = foreign.bundle(0, size, door.auditor("education"));

        assertThat(officer.statusCode()).isEqualTo(403);
        assertThat(bundle.statusCode()).isEqualTo(200);
        assertThat(bundle.headers().firstValue("Cache-Control").orElse("")).contains("private", "immutable");
        var leaves = ForeignAuditor.entries(bundle.body());
        var hashes = foreign.leafHashes(size);
        assertThat(leaves).hasSize((int) size);
        for (int i = 0; i < size; i++) {
            assertThat(ForeignAuditor.leafHash(leaves.get(i))).isEqualTo(hashes.get(i));
        }
    }

    @Test
    void a_tile_that_is_not_there_and_a_path_that_is_none_are_told_apart() {
        long size = sealedWith(look());

        assertThat(http.bytes("/ledger/education/tile/0/x900/000", "").statusCode())
                .isEqualTo(404);
        assertThat(http.bytes("/ledger/education/tile/0/" + size, "").statusCode())
                .isEqualTo(400);
        assertThat(http.bytes("/ledger/education/tile/0/000.p/0", "").statusCode())
                .isEqualTo(400);
        assertThat(http.bytes("/ledger/nobody/checkpoint", "").statusCode()).isEqualTo(400);
        assertThat(http.bytes("/ledger/education/else", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_receipt_is_for_whose_look_it_was_over_json_too_and_reading_it_is_recorded() {
        var look = look();
        String body = "{\"origin\": \"onepermit/education\", \"index\": \"" + look.getIndex() + "\"}";
        String officer = door.token("admission-officer", SIMING);
        long size = sealedWith(look);

        var receipt = http.post(RECEIPT, body, officer);
        var another = http.post(RECEIPT, body, door.token("supervisor", SIMING));

        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
        assertThat(receipt.body()).contains("c2sp.org/tlog-proof");
        assertThat(another.statusCode()).isEqualTo(404);
        Eventually.within(
                Duration.ofSeconds(10),
                "the reading is sealed",
                () -> foreign.checkpoint().size() > size);
        assertThat(leavesSince(size)).contains("LedgerService/GetReceipt");
    }

    private String leavesSince(long first) {
        long size = foreign.checkpoint().size();
        var text = new StringBuilder();
        for (long index = first / 256; index * 256 < size; index++) {
            text.append(new String(
                    foreign.bundle(index, size, door.auditor("education")).body(), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private long sealedWith(ReceiptRef look) {
        Eventually.within(
                Duration.ofSeconds(10),
                "the look is sealed",
                () -> foreign.checkpoint().size() > look.getIndex());
        return foreign.checkpoint().size();
    }

    /** Nobody knows this child; that it was asked about is recorded all the same. */
    private ReceiptRef look() {
        return door.as("admission-officer", SIMING, AdmissionServiceGrpc.newBlockingStub(door.channel()))
                .verifyEligibility(VerifyEligibilityRequest.newBuilder()
                        .setChildId(SyntheticId.woman("2019-05-06"))
                        .addGuardians(Guardian.newBuilder().setCitizenId(SyntheticId.man("1988-05-04")))
                        .setDivision(SIMING)
                        .setSchoolYear(2025)
                        .setContext(FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "TEST-LEDGER"))
                        .build())
                .getDecision()
                .getReceipt();
    }
}
