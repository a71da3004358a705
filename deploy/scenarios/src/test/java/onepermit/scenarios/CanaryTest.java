package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A made-up woman goes through every department, rightly and wrongly asked for; then she is looked for wherever she must not be. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryTest extends Scenario {
    private final HttpDoor http = new HttpDoor(stack);
    private final List<String> refusals = new ArrayList<>();
    private final Topics topics = Topics.fromNowOn(stack);
    private final Canary canary = new Canary(city);

    /** One way to ask for her. */
    private record Call(String path, String role, String body, int status) {
        @Override
        public String toString() {
            return path + " " + status;
        }
    }

    @BeforeAll
    void known() {
        for (String department : List.of("permit", "education", "social", "health")) city.isKnownTo(department);
    }

    Stream<Call> rightly() {
        return Stream.of(
                call("/v1/residences:get", "permit-officer", "RESIDENCE_REGISTRATION", "'citizenId':'ID'", 200),
                call("/v1/permits:get", "permit-officer", "PERMIT_APPLICATION", "'citizenId':'ID'", 200),
                call(
                        "/v1/permits:check",
                        "permit-officer",
                        "PERMIT_APPLICATION",
                        "'citizenId':'ID','name':'NAME','division':'350211'",
                        200),
                call(
                        "/v1/kinships:check",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'childId':'CHILD','parentId':'ID'",
                        200),
                call(
                        "/v1/names:match",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'citizenId':'ID','name':'NAME'",
                        200),
                call(
                        "/v1/names:match",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'citizenId':'ID','name':'别·金丝雀'",
                        200),
                call("/v1/contributions:history", "social-insurance-officer", "CONTRIBUTION", "'citizenId':'ID'", 200),
                call("/v1/pensions:benefitPlace", "social-insurance-officer", "PENSION", "'citizenId':'ID'", 200),
                call("/v1/roll:get", "admission-officer", "SCHOOL_ROLL", "'citizenId':'CHILD'", 200),
                call(
                        "/v1/vaccinations:assess",
                        "vaccination-officer",
                        "VACCINATION",
                        "'citizenId':'CHILD','termStart':'2025-09-01'",
                        200),
                call(
                        "/v1/vaccinations:recordDose",
                        "vaccination-officer",
                        "VACCINATION",
                        "'citizenId':'CHILD','vaccine':'MMR','givenOn':'2020-05-05','division':'350211','requestId':'UUID'",
                        200),
                call(
                        "/v1/admissions:verify",
                        "admission-officer",
                        "SCHOOL_ADMISSION",
                        "'childId':'CHILD','childName':'小·金丝雀','guardians':[{'citizenId':'ID','name':'NAME'}],'division':'350211','schoolYear':2025",
                        200));
    }

    /** What is hers where it does not belong. */
    Stream<Call> wrongly() {
        return Stream.of(
                call(
                        "/v1/residences:register",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'citizenId':'ID','name':'NAME','division':'350211','address':'ADDRESS','from':'2024-03-01','requestId':'UUID'",
                        409),
                call(
                        "/v1/residences:register",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'citizenId':'ID','name':'NAME','division':'NAME','address':'ADDRESS','from':'2024-03-01','requestId':'UUID'",
                        400),
                call(
                        "/v1/residences:register",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'citizenId':'ID','name':'NAME','division':'350211','address':'ADDRESS','from':'ID','requestId':'UUID'",
                        400),
                call(
                        "/v1/residences:register",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'citizenId':'ID','name':'NAME','division':'ID','address':'ADDRESS','from':'2024-03-01','requestId':'UUID'",
                        400),
                call(
                        "/v1/residences:end",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'citizenId':'ID','to':'2025-01-01','reason':'NAME','etag':'v1','requestId':'UUID'",
                        400),
                call(
                        "/v1/residences:end",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'citizenId':'ID','to':'2025-01-01','reason':'DEATH','etag':'ID','requestId':'UUID'",
                        409),
                call("/v1/residences:get", "permit-officer", "RESIDENCE_REGISTRATION", "'citizenId':'ID X'", 400),
                call("/v1/residences:get", "permit-officer", "RESIDENCE_REGISTRATION", "'citizenId':'NAME'", 400),
                call("/v1/residences:get", "permit-officer", "RESIDENCE_REGISTRATION", "'ID':'NAME'", 400),
                call("/v1/residences:get", "permit-officer", "ID", "'citizenId':'ID'", 400),
                call(
                        "/v1/permits:issue",
                        "permit-officer",
                        "PERMIT_APPLICATION",
                        "'citizenId':'ID','decisionId':'NAME','requestId':'UUID'",
                        400),
                call(
                        "/v1/kinships:record",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'childId':'ID','parentId':'CHILD','relation':'RELATION_FATHER','requestId':'ID'",
                        400),
                call(
                        "/v1/contributions:correct",
                        "social-insurance-officer",
                        "CONTRIBUTION",
                        "'citizenId':'ID','place':'ID','kind':'INSURANCE_KIND_PENSION','month':'2025-05','remove':true,'reason':'NAME','etag':'NAME','requestId':'UUID'",
                        400),
                call(
                        "/v1/roll:enrol",
                        "admission-officer",
                        "SCHOOL_ROLL",
                        "'citizenId':'CHILD','school':'ID','stage':'PRIMARY','from':'2025-09-01','requestId':'UUID'",
                        400),
                call(
                        "/v1/admissions:requestDocument",
                        "admission-officer",
                        "SCHOOL_ADMISSION",
                        "'childId':'CHILD','documentKind':'NAME'",
                        400),
                call(
                        "/v1/vaccinations:recordDose",
                        "vaccination-officer",
                        "VACCINATION",
                        "'citizenId':'CHILD','vaccine':'NAME','givenOn':'2019-05-05','division':'350211','requestId':'UUID'",
                        400),
                call("/v1/ID", "permit-officer", "RESIDENCE_REGISTRATION", "'citizenId':'ID'", 404),
                call("/v1/departments/ID/decisions:get", "permit-officer", "RESIDENCE_REGISTRATION", "'id':'ID'", 400),
                call(
                        "/v1/departments/permit/decisions:get",
                        "permit-officer",
                        "RESIDENCE_REGISTRATION",
                        "'id':'NAME'",
                        404),
                call("/v1/residences:get?citizenId=ID", "permit-officer", "RESIDENCE_REGISTRATION", "", 400));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("rightly")
    void who_may_is_answered(Call call) {
        var answer = send(call);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(call.status());
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("wrongly")
    void a_refusal_does_not_repeat_what_is_hers(Call call) {
        var answer = send(call);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(call.status());
        refusals.add(answer.headers().map() + answer.body());
    }

    @Test
    @Order(1)
    void a_file_with_her_in_the_wrong_columns_is_refused_without_her() {
        for (String[] file : new String[][] {
            {"permit", "residence", "citizen_id,division,address,kind,from,to", "1,ID,ID,NAME,ID,ID"},
            {
                "social",
                "contribution",
                "citizen_id,place,kind,month,employer,base_fen,back_paid",
                "NAME,ID,ID,ID,NAME,ID,ID"
            },
            {"health", "dose", "citizen_id,vaccine,given_on,division", "ID,NAME,ID,ID"},
            {"education", "roll", "citizen_id,school,stage,from,to", "ID,NAME,ID,ID,ID"}
        }) {
            var rejected = city.imports(file[0], file[1], file[2] + "\n" + filled(file[3]) + "\n");

            assertThat(rejected).as(file[1]).isNotEmpty();
            refusals.add(rejected.toString());
        }
    }

    @Test
    @Order(2)
    void no_refusal_tells_of_her() {
        assertThat(refusals)
                .hasSizeGreaterThan(20)
                .noneMatch(said -> canary.hers().stream().anyMatch(said::contains));
    }

    @Test
    @Order(2)
    void no_log_names_her() {
        assertThat(Logs.of(stack).holding(canary.hers())).isEmpty();
    }

    @Order(2)
    @ParameterizedTest
    @ValueSource(strings = {"GATEWAY", "PERMIT", "EDUCATION", "SOCIAL", "HEALTH"})
    void no_metric_names_her(String part) {
        var metrics = new Actuator(stack, part).get("prometheus").body();

        assertThat(metrics).contains("onepermit_");
        assertThat(canary.hers()).noneMatch(metrics::contains);
    }

    @Test
    @Order(2)
    void no_topic_names_her_in_key_value_or_header() {
        for (String department : List.of("permit", "education", "social", "health")) city.isKnownTo(department);

        assertThat(topics.count()).isGreaterThan(10);
        assertThat(topics.holding(canary.hers())).isEmpty();
    }

    /** She stands in headers, too, that go on to departments and topics. */
    private HttpResponse<String> send(Call call) {
        return http.post(
                call.path(),
                call.body(),
                door.token(call.role(), JIMEI),
                Map.of("User-Agent", canary.id, "traceparent", canary.id, "tracestate", "her=" + canary.id));
    }

    private Call call(String path, String role, String purpose, String fields, int status) {
        String body = "{" + fields + (fields.isEmpty() ? "" : ",") + "'context':{'purpose':'PURPOSE_" + purpose
                + "','caseRef':'CANARY'}}";
        return new Call(filled(path), role, filled(body), status);
    }

    private String filled(String text) {
        return text.replace('\'', '"')
                .replace("UUID", UUID.randomUUID().toString())
                .replace("NAME", Canary.NAME)
                .replace("CHILD", canary.child)
                .replace("ADDRESS", Canary.ADDRESS)
                .replaceAll("\\bID\\b", canary.id);
    }
}
