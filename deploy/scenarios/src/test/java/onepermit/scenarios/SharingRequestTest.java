package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Scenario 32: education asks public security for datasets. The days of 2025 with their holidays are those of {@code AnswerDueTest}. */
class SharingRequestTest extends Scenario {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"(permit-[^\"]+)\"");
    private static final Pattern ETAG = Pattern.compile("\"etag\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ASKED = Pattern.compile("\"askedOn\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern DUE = Pattern.compile("\"dueOn\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpDoor http = new HttpDoor(stack);
    private final Tokens tokens = new Tokens(stack);

    @Test
    void scenario_32_a_conditional_dataset_is_answered_within_ten_working_days_and_refused_with_a_reason_only() {
        var asked = post("request", "education", request("dwelling"), 200);
        assertThat(LocalDate.parse(of(DUE, asked)))
                .isAfterOrEqualTo(LocalDate.parse(of(ASKED, asked)).plusDays(10));

        assertThat(post("refuse", "permit", refusal(asked, ""), 400)).contains("REASON_MISSING");
        assertThat(post("refuse", "permit", refusal(asked, "不在履行职责范围内"), 200)).contains("AGREEMENT_STATE_REFUSED");
    }

    @Test
    void scenario_32_an_unconditional_dataset_is_answered_on_the_next_working_day() {
        var asked = post("request", "education", request("permit.status"), 200);

        assertThat(LocalDate.parse(of(DUE, asked)))
                .isAfterOrEqualTo(workdayAfter(of(ASKED, asked)))
                .isBefore(LocalDate.parse(of(ASKED, asked)).plusDays(10));

        post("refuse", "permit", refusal(asked, "试用请求"), 200);
    }

    private static LocalDate workdayAfter(String day) {
        var next = LocalDate.parse(day).plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static String request(String dataset) {
        return """
                {"requestId": "%s", "legalBasis": "《义务教育法》第十二条", "terms": {"grants": [{"dataset": "%s"}],
                 "purposes": ["PURPOSE_SCHOOL_ADMISSION"], "validFrom": "%s", "validTo": "%s"}}""".formatted(
                UUID.randomUUID(), dataset, LocalDate.now(), LocalDate.now().plusYears(1));
    }

    private static String refusal(String asked, String reason) {
        return """
                {"requestId": "%s", "id": "%s", "etag": "%s", "reason": "%s"}""".formatted(UUID.randomUUID(), of(ID, asked), of(ETAG, asked), reason);
    }

    private static String of(Pattern field, String answer) {
        var found = field.matcher(answer);
        assertThat(found.find()).as(field + " in " + answer).isTrue();
        return found.group(1);
    }

    private String post(String method, String department, String body, int status) {
        var answer = http.post(
                "/v1/departments/permit/agreements:" + method,
                body,
                tokens.administrator(department, "zhao"),
                Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}
