package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two administrators of public security erase somebody at the front door, and its auditor looks for what is left. */
class ErasureTest extends Scenario {
    private static final String CONTEXT =
            "\"context\": {\"purpose\": \"PURPOSE_ERASURE\", \"caseRef\": \"TEST-ERASURE\"}";
    private static final Pattern ERASURE_ID = Pattern.compile("\"erasureId\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpDoor http = new HttpDoor(stack);
    private final Tokens tokens = new Tokens(stack);

    @Test
    void a_person_erased_by_two_leaves_the_owner_and_every_reader() {
        String person = SyntheticId.woman("1986-10-21");
        city.knows("permit", "person", "citizen_id,name,hukou_division", person + ",林晓燕,430100");
        city.isKnownTo("education");
        String asked = post("request", "wang", """
                {"requestId": "%s", "citizenId": "%s", "ground": "ERASURE_GROUND_PURPOSE_ENDED", "basis": "PIPL 47", %s}""".formatted(UUID.randomUUID(), person, CONTEXT), 200);
        var id = ERASURE_ID.matcher(asked);
        assertThat(id.find()).as(asked).isTrue();

        assertThat(post("confirm", "wang", confirming(id.group(1)), 403)).contains("FOUR_EYES");
        post("confirm", "li", confirming(id.group(1)), 200);

        Eventually.within(
                Duration.ofSeconds(20),
                "nothing is left at public security but what passes, and nothing in education's copies",
                () -> !left("permit", person).contains("TRACE_STATE_PRESENT")
                        && !left("education", person).matches("(?s).*replica hukou.place\"[^}]*TRACE_STATE_PRESENT.*"));
        assertThat(left("permit", person)).contains("topic onepermit.hukou.place.g1, tombstones");
    }

    private static String confirming(String erasure) {
        return "{\"requestId\": \"%s\", \"erasureId\": \"%s\", %s}".formatted(UUID.randomUUID(), erasure, CONTEXT);
    }

    private String left(String department, String person) {
        return http.post(
                        "/v1/departments/" + department + "/erasures:prove",
                        "{\"citizenId\": \"%s\", %s}".formatted(person, CONTEXT),
                        tokens.auditor(department))
                .body();
    }

    private String post(String method, String officer, String body, int status) {
        var answer = http.post(
                "/v1/departments/permit/erasures:" + method, body, tokens.administrator("permit", officer), Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}
