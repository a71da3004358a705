package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.Usage;
import onepermit.exchange.v1.UsedDataset;
import onepermit.gateway.v1.FindUsageResponse;
import org.junit.jupiter.api.Test;

/** Who looked at my data, asked at the door by those who were looked at (DOMAIN scenario 25, last sentence). */
class UsageTest extends Scenario {
    private static final String FIND = "/v1/usage:find";
    private final HttpDoor http = new HttpDoor(stack);
    private final String child = SyntheticId.woman("2019-05-06");
    private final String father = SyntheticId.man("1988-05-04");

    @Test
    void parent_and_child_see_which_office_looked_at_which_data_of_whom_for_which_case() {
        Decision decision = looked("TEST-USAGE-1");

        for (String person : List.of(child, father)) {
            Usage usage = one(find(person), "TEST-USAGE-1");

            assertThat(usage.getDepartment()).isEqualTo("education");
            assertThat(usage.getOffice().getRole()).isEqualTo("admission-officer");
            assertThat(usage.getOffice().getDivision()).isEqualTo(SIMING);
            assertThat(usage.getAction().getZh()).isEqualTo("核验入学条件");
            assertThat(usage.getAction().getEn()).isNotBlank();
            assertThat(usage.getPurpose()).isEqualTo(Purpose.PURPOSE_SCHOOL_ADMISSION);
            assertThat(usage.getDatasetsList())
                    .extracting(UsedDataset::getOwner)
                    .contains("permit", "social", "health");
            assertThat(usage.getLeaf()).isEqualTo(decision.getReceipt());
        }
    }

    @Test
    void whoever_reads_the_list_stands_in_it_from_then_on() {
        looked("TEST-USAGE-2");
        find(father);

        FindUsageResponse second = find(father);

        assertThat(second.getUsagesList().stream().filter(Usage::getOwn).map(Usage::getDepartment))
                .contains("permit", "education", "social", "health");
    }

    @Test
    void it_tells_no_officer_and_is_told_to_nobody_else() {
        looked("TEST-USAGE-3");

        assertThat(http.post(FIND, "{}", door.resident(father)).body()).doesNotContain("local-admission-officer");
        assertThat(http.post(FIND, "{}", door.token("supervisor", SIMING)).statusCode())
                .isEqualTo(403);
        assertThat(find(SyntheticId.man("1990-01-01")).getUsagesList()).noneMatch(usage -> !usage.getOwn());
        assertThat(http.post(FIND, "{}", "").statusCode()).isEqualTo(401);
    }

    private Decision looked(String caseRef) {
        return door.as("admission-officer", SIMING, AdmissionServiceGrpc.newBlockingStub(door.channel()))
                .verifyEligibility(VerifyEligibilityRequest.newBuilder()
                        .setChildId(child)
                        .addGuardians(Guardian.newBuilder().setCitizenId(father))
                        .setDivision(SIMING)
                        .setSchoolYear(2025)
                        .setContext(FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, caseRef))
                        .build())
                .getDecision();
    }

    /** Once every department answers; on a machine that has much else to do one may be named as missing first. */
    private FindUsageResponse find(String person) {
        var found = new AtomicReference<>(asked(person));
        Eventually.within(
                Duration.ofSeconds(60),
                "every department answers",
                () -> found.updateAndGet(last -> last.getMissingCount() == 0 ? last : asked(person))
                                .getMissingCount()
                        == 0);
        return Objects.requireNonNull(found.get());
    }

    private FindUsageResponse asked(String person) {
        HttpResponse<String> answer = http.post(FIND, "{\"pageSize\":200}", door.resident(person));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var found = FindUsageResponse.newBuilder();
        try {
            JsonFormat.parser().merge(answer.body(), found);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("the answer is not as the contract says", e);
        }
        return found.build();
    }

    private static Usage one(FindUsageResponse found, String caseRef) {
        return found.getUsagesList().stream()
                .filter(usage -> usage.getCaseRef().equals(caseRef))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no look of case " + caseRef));
    }
}
