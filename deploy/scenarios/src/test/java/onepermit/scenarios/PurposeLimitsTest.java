package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.net.http.HttpResponse;
import java.time.Duration;
import onepermit.exchange.v1.ListMonthsResponse;
import onepermit.exchange.v1.RefusedAttempts;
import org.junit.jupiter.api.Test;

/** DOMAIN scenario 29: what an office is not for it does not see, and supervision sees that it tried. */
class PurposeLimitsTest extends Scenario {
    private static final String HISTORY = "/v1/contributions:history";
    private static final String ASSESS = "/v1/vaccinations:assess";
    private final HttpDoor http = new HttpDoor(stack);
    private final String person = SyntheticId.woman("1988-05-04");

    @Test
    void an_office_gets_neither_anothers_records_nor_its_own_for_another_purpose_and_supervision_counts_the_attempts() {
        String admission = door.token("admission-officer", SIMING);
        String clerk = door.token("social-insurance-officer", WUHAN);
        long roles = refusals("social", "ROLE");
        long purposes = refusals("social", "PURPOSE");
        long vaccinations = refusals("health", "ROLE");

        refused(http.post(HISTORY, question("PURPOSE_SCHOOL_ADMISSION"), admission), "ROLE");
        refused(http.post(HISTORY, question("PURPOSE_SCHOOL_ADMISSION"), clerk), "PURPOSE");
        refused(http.post(HISTORY, question("PURPOSE_PERMIT_APPLICATION"), clerk), "PURPOSE");
        refused(http.post(ASSESS, question("PURPOSE_VACCINATION"), clerk), "ROLE");

        Eventually.within(
                Duration.ofSeconds(20),
                "supervision sees one role and two purposes refused by social, and one role by health",
                () -> refusals("social", "ROLE") > roles
                        && refusals("social", "PURPOSE") >= purposes + 2
                        && refusals("health", "ROLE") > vaccinations);
    }

    @Test
    void the_monthly_table_is_for_supervision_and_audit_alone() {
        String path = "/v1/departments/social/supervision:months";

        refused(http.post(path, "{}", door.token("social-insurance-officer", WUHAN)), "ROLE");
        assertThat(http.post(path, "{}", door.auditor("social")).statusCode()).isEqualTo(200);
        assertThat(http.post(path, "{\"from\":\"2025-13\"}", door.auditor("social"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(http.post(path, "{\"from\":\"2020-01\",\"to\":\"2025-01\"}", door.auditor("social"))
                        .body())
                .contains("MONTHS");
    }

    private String question(String purpose) {
        return "{\"citizenId\":\"%s\",\"context\":{\"purpose\":\"%s\",\"caseRef\":\"TEST-LIMITS\"}}"
                .formatted(person, purpose);
    }

    private static void refused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("\"reason\":\"" + reason + "\"");
    }

    private long refusals(String department, String reason) {
        var answer = http.post(
                "/v1/departments/" + department + "/supervision:months", "{}", door.token("supervisor", SIMING));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var months = ListMonthsResponse.newBuilder();
        try {
            JsonFormat.parser().merge(answer.body(), months);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("the answer is not as the contract says", e);
        }
        return months.getMonthsList().stream()
                .flatMap(month -> month.getRefusedList().stream())
                .filter(refused -> refused.getReason().equals(reason))
                .mapToLong(RefusedAttempts::getCount)
                .sum();
    }
}
