package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Somebody with a name, a number, an address and a telephone that nobody else has goes through every department, well and badly. Afterwards she is
 * looked for where she must not be: in logs, metrics, topics and refusals. No payload of a dataset has any of them, so none may be on a topic.
 * Traces are not written down unless a collector is set; what they carry is the metadata of records, which is looked through.
 */
class CanaryTest extends Scenario {
    private static final List<String> PROCESSES = List.of("GATEWAY", "PERMIT", "EDUCATION", "SOCIAL", "HEALTH");
    private final HttpDoor http = new HttpDoor(stack);
    private final String number = SyntheticId.woman("1989-11-23");
    private final String child = SyntheticId.woman("2019-03-02");
    private final String name = "龘靐·金丝雀" + System.nanoTime() % 100_000;
    private final String telephone = "1990%07d".formatted(System.nanoTime() % 10_000_000);
    private final String address = "齉爩路1号，电话" + telephone;
    private final List<String> hers = List.of(number, child, name, telephone, "齉爩路1号");
    private final List<String> refusals = new ArrayList<>();

    @BeforeAll
    void she_goes_through_every_department() {
        owners();
        city.isKnownTo("education");
        city.isKnownTo("permit");
        questions();
        mistakes();
    }

    @Test
    void no_log_has_her() {
        assertThat(Logs.of(stack).holding(hers)).isEmpty();
    }

    @Test
    void no_page_of_metrics_has_her() {
        for (String process : PROCESSES) {
            assertThat(holding(Metrics.of(stack, process).page())).as(process).isEmpty();
            assertThat(holding(new Actuator(stack, process).get("health").body()))
                    .as(process)
                    .isEmpty();
        }
    }

    @Test
    void no_refusal_says_her_back() {
        assertThat(refusals)
                .hasSizeGreaterThan(15)
                .allSatisfy(body -> assertThat(holding(body)).isEmpty());
    }

    /** Key, value and every header of every record, those of transactions that were given up too. */
    @Test
    void no_topic_has_her() {
        var topics = EveryTopic.of(stack);

        assertThat(topics.records()).isGreaterThan(100);
        assertThat(topics.holding(hers)).isEmpty();
    }

    private void owners() {
        city.knows(
                "permit",
                "person",
                "citizen_id,name,hukou_division,hukou_since",
                number + "," + name + ",360100,",
                child + "," + name + ",360100,");
        city.knows("permit", "kinship", "child_id,parent_id,relation", child + "," + number + ",MOTHER");
        city.knows(
                "permit",
                "dwelling",
                "citizen_id,division,kind,from,to,share_bp,usage,register_no",
                number + ",350203,OWNED,2012-01-01,,10000,RESIDENTIAL,H-" + UUID.randomUUID());
        city.knows(
                "social",
                "employment",
                "citizen_id,employer,division,from,to,flexible",
                number + ",91990101MA0000007H,350203,2021-01-01,,false");
        city.knows(
                "social",
                "contribution",
                "citizen_id,place,kind,month,employer,base_fen,back_paid",
                number + ",350200,PENSION,2024-05,91990101MA0000007H,500000,false");
        city.knows("health", "dose", "citizen_id,vaccine,given_on,division", child + ",HepB,2019-03-03,350203");
        done(
                "/v1/residences:register",
                """
                {"requestId":"%s","citizenId":"%s","name":"%s","division":"350203","address":"%s","from":"2024-03-01",%s}""".formatted(UUID.randomUUID(), number, name, address, context("RESIDENCE_REGISTRATION")),
                police());
        done("/v1/vaccinations:recordDose", """
                {"requestId":"%s","citizenId":"%s","vaccine":"HepB","givenOn":"2019-04-04","division":"350203",%s}""".formatted(UUID.randomUUID(), child, context("VACCINATION")), nurse());
    }

    private void questions() {
        done("/v1/residences:get", about(number, "RESIDENCE_REGISTRATION"), police());
        done(
                "/v1/permits:check",
                about(number, "PERMIT_APPLICATION").replaceFirst("}$", ",\"division\":\"350203\"}"),
                police());
        done(
                "/v1/permitApplications:open",
                """
                {"requestId":"%s","citizenId":"%s","name":"%s",%s}""".formatted(UUID.randomUUID(), number, name, context("PERMIT_APPLICATION")),
                police());
        done("/v1/contributions:history", about(number, "CONTRIBUTION"), clerk());
        done("/v1/admissions:verify", admission(child, name, number, name), school());
        done("/v1/admissions:verify", admission(child, name, number, "龘" + name), school());
        done(
                "/v1/admissions:verifyBatch",
                "{\"key\":\"1\",\"request\":" + admission(child, name, number, "龘" + name) + "}",
                school());
        done("/v1/usage:find", "{}", door.resident(number));
    }

    /** What people get wrong, and what the machine says to it. */
    private void mistakes() {
        String wrong = number.substring(0, 17) + (number.charAt(17) == '1' ? '2' : '1');
        for (String spoiled :
                List.of(wrong, number + "0", " " + number, number.substring(1), name, telephone, address)) {
            refused("/v1/residences:get", about(spoiled, "RESIDENCE_REGISTRATION"), police());
            refused("/v1/admissions:verify", admission(spoiled, name, number, name), school());
        }
        refused("/v1/admissions:verify", admission(child, name, child, name), school());
        refused("/v1/residences:get", about(number, "PENSION"), police());
        refused("/v1/residences:get", about(number, "RESIDENCE_REGISTRATION").replace("TEST-CANARY", number), police());
        refused("/v1/residences:get", about(number, "RESIDENCE_REGISTRATION"), school());
        refused("/v1/residences:get", about(number, "RESIDENCE_REGISTRATION"), door.token("permit-officer", JIMEI));
        refused("/v1/residences:get", "{\"" + name + "\":\"" + number + "\"}", police());
        refused("/v1/residences:get", "{\"citizenId\":[\"" + number + "\"]}", police());
        refused("/v1/residences:get", number, police());
        refused("/v1/residences:get?citizenId=" + number, "{}", police());
        refused(
                "/v1/residences:register",
                """
                {"requestId":"%s","citizenId":"%s","name":"%s","division":"%s","address":"%s","from":"%s",%s}""".formatted(number, number, name, telephone, address, telephone, context("RESIDENCE_REGISTRATION")),
                police());
    }

    private void done(String path, String body, String token) {
        HttpResponse<String> answer = http.post(path, body, token);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    }

    private void refused(String path, String body, String token) {
        HttpResponse<String> answer = http.post(path, body, token);
        assertThat(answer.statusCode()).as(path).isBetween(400, 499);
        refusals.add(answer.body() + answer.headers().map());
    }

    private static String about(String citizenId, String purpose) {
        return "{\"citizenId\":\"%s\",%s}".formatted(citizenId, context(purpose));
    }

    private static String admission(String child, String childName, String parent, String parentName) {
        return """
                {"childId":"%s","childName":"%s","guardians":[{"citizenId":"%s","name":"%s"}],"division":"350203","schoolYear":2025,%s}""".formatted(child, childName, parent, parentName, context("SCHOOL_ADMISSION"));
    }

    private static String context(String purpose) {
        return "\"context\":{\"purpose\":\"PURPOSE_%s\",\"caseRef\":\"TEST-CANARY\"}".formatted(purpose);
    }

    private List<String> holding(String text) {
        return hers.stream().filter(text::contains).toList();
    }

    private String police() {
        return door.token("permit-officer", SIMING);
    }

    private String nurse() {
        return door.token("vaccination-officer", SIMING);
    }

    private String clerk() {
        return door.token("social-insurance-officer", "350200");
    }

    private String school() {
        return door.token("admission-officer", SIMING);
    }
}
