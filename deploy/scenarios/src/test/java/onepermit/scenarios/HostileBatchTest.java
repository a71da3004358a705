package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onepermit.exchange.v1.AnswerMandateResponse;
import onepermit.exchange.v1.Mandate;
import onepermit.exchange.v1.MandateState;
import onepermit.exchange.v1.RequestMandateResponse;
import org.junit.jupiter.api.Test;

/** An officer with the list of a whole district. */
class HostileBatchTest extends Hostile {
    private static final String BATCH = "/v1/admissions:verifyBatch";
    private static final String MANDATES = "/v1/departments/education/mandates:";
    private static final int CHILDREN = 800;
    private final String officer = tokens.officer("admission-officer", SIMING, "hostile-" + System.nanoTime());

    @Test
    void a_list_that_nobody_approved_ends_in_the_middle_and_an_approved_one_is_answered() throws Exception {
        List<String> children = new ArrayList<>();
        List<String> fathers = new ArrayList<>();
        for (int i = 0; i < CHILDREN; i++) {
            children.add(
                    SyntheticId.woman(LocalDate.of(2019, 1, 1).plusDays(i % 300).toString()));
            fathers.add(
                    SyntheticId.man(LocalDate.of(1988, 1, 1).plusDays(i % 300).toString()));
        }

        String answers = http.post(BATCH, lines(children, fathers, ""), officer).body();
        assertThat(count(answers, "\"decision\":")).isBetween(700, 780);
        assertThat(count(answers, "\"reason\":\"MANDATE_NEEDED\""))
                .isEqualTo(CHILDREN - count(answers, "\"decision\":"));

        Mandate asked = asked(children.subList(780, CHILDREN), fathers.subList(780, CHILDREN));
        assertThat(http.post(MANDATES + "answer", answer(asked), officer).body())
                .contains("\"reason\":\"ROLE\"");
        Mandate approved = approved(asked);
        assertThat(approved.getState()).isEqualTo(MandateState.MANDATE_STATE_APPROVED);

        String under = http.post(
                        BATCH,
                        lines(children.subList(780, CHILDREN), fathers.subList(780, CHILDREN), asked.getMandateId()),
                        officer)
                .body();
        assertThat(count(under, "\"decision\":")).isEqualTo(20);
        String others = http.post(
                        BATCH, lines(children.subList(0, 1), fathers.subList(0, 1), asked.getMandateId()), officer)
                .body();
        assertThat(others).contains("MANDATE_FOR_OTHERS");
    }

    private static String lines(List<String> children, List<String> fathers, String mandate) {
        var lines = new StringBuilder();
        for (int i = 0; i < children.size(); i++) {
            lines.append("{\"key\":\"%d\",\"mandateId\":\"%s\",\"request\":%s}\n"
                    .formatted(i, mandate, admission(children.get(i), fathers.get(i))));
        }
        return lines.toString();
    }

    private Mandate asked(List<String> children, List<String> fathers) throws InvalidProtocolBufferException {
        List<String> ids = new ArrayList<>(children);
        ids.addAll(fathers);
        String body = """
                {"requestId":"%s","method":"onepermit.education.v1.AdmissionService/VerifyEligibilityBatch","division":"350203",
                 "citizenIds":[%s],"validUntil":"%s",%s}""".formatted(
                        UUID.randomUUID(),
                        ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",")),
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1),
                        context("SCHOOL_ADMISSION"));
        var answer = RequestMandateResponse.newBuilder();
        JsonFormat.parser().merge(http.post(MANDATES + "request", body, officer).body(), answer);
        return answer.getMandate();
    }

    private Mandate approved(Mandate asked) throws InvalidProtocolBufferException {
        var answer = AnswerMandateResponse.newBuilder();
        JsonFormat.parser()
                .merge(
                        http.post(MANDATES + "answer", answer(asked), tokens.officer("supervisor", SIMING, "wu"))
                                .body(),
                        answer);
        return answer.getMandate();
    }

    private static String answer(Mandate asked) {
        return "{\"requestId\":\"%s\",\"mandateId\":\"%s\",\"etag\":\"%s\",\"act\":\"MANDATE_ACT_APPROVE\"}"
                .formatted(UUID.randomUUID(), asked.getMandateId(), asked.getEtag());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
