package onepermit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jwt.SignedJWT;
import io.grpc.Metadata;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import onepermit.gateway.v1.FindUsageRequest;
import onepermit.gateway.v1.FindUsageResponse;
import onepermit.gateway.v1.HeartbeatRequest;
import onepermit.gateway.v1.MissingDepartment;
import onepermit.gateway.v1.UsageOverviewServiceGrpc;
import onepermit.gateway.v1.UsageOverviewServiceGrpc.UsageOverviewServiceBlockingStub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One list of looks over all departments; health is down. */
class UsageOverviewTest {
    private static final String PERSON = "990305198908210125";
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static Door door;
    private static String token;

    @BeforeAll
    static void open() throws IOException {
        door = new Door();
        Files.writeString(door.keys.resolve("exchange.key"), "0a".repeat(32));
        token = Door.field(door.ask("resident", "&citizen_id=" + PERSON).body(), "access_token");
    }

    @AfterAll
    static void shut() {
        door.close();
    }

    @BeforeEach
    void forget() {
        for (Department each : List.of(door.education, door.social, door.permit)) {
            each.usage.looks.clear();
            each.usage.refuses = false;
        }
    }

    @Test
    void the_newest_of_all_come_first_page_by_page_and_none_is_left_out_or_told_twice() {
        Map<Department, List<Long>> looks = Map.of(
                door.education,
                List.of(1L, 4L, 5L, 6L, 12L),
                door.social,
                List.of(2L, 3L, 11L),
                door.permit,
                List.of());
        looks.forEach((department, times) -> department.usage.looks.addAll(times));

        List<Long> times = new ArrayList<>();
        FindUsageRequest request = FindUsageRequest.newBuilder().setPageSize(2).build();
        FindUsageResponse page;
        do {
            page = stub().findUsage(request);
            page.getUsagesList().forEach(usage -> times.add(usage.getTime().getSeconds()));
            request = request.toBuilder().setPageToken(page.getNextPageToken()).build();
        } while (!page.getNextPageToken().isEmpty());

        assertThat(times).containsExactly(12L, 11L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void a_department_that_does_not_answer_is_named_in_every_answer() {
        door.social.usage.looks.add(7L);

        assertThat(stub().findUsage(FindUsageRequest.getDefaultInstance()).getMissingList())
                .containsExactly(MissingDepartment.newBuilder()
                        .setDepartment("health")
                        .setReason("UNAVAILABLE")
                        .build());
        var heartbeat = stub().heartbeat(HeartbeatRequest.getDefaultInstance());
        assertThat(heartbeat.getDepartmentsList()).containsExactly("education", "permit", "social");
        assertThat(heartbeat.getMissingList()).hasSize(1);
        JsonObject period = json(door.get("/v1/usage/period", "Authorization", "Bearer " + token));
        assertThat(period.getAsJsonArray("periods")).hasSize(3);
        assertThat(period.getAsJsonArray("missing")).hasSize(1);
    }

    @Test
    void over_json_it_is_the_same_and_departments_can_be_chosen() {
        door.social.usage.looks.add(7L);
        door.permit.usage.looks.add(8L);

        JsonObject all = json(find("{}"));
        JsonObject one = json(find("{\"departments\":[\"social\"]}"));

        assertThat(departments(all)).containsExactly("permit", "social");
        assertThat(departments(one)).containsExactly("social");
        assertThat(one.has("missing")).isFalse();
    }

    @Test
    void each_department_is_asked_with_a_token_for_itself_whose_subject_is_no_citizen_id() throws ParseException {
        find("{}");

        for (Department department : List.of(door.education, door.social)) {
            String sent = Objects.requireNonNull(department.headers.get()).get(AUTHORIZATION);
            SignedJWT exchanged = SignedJWT.parse(Objects.requireNonNull(sent).substring("Bearer ".length()));
            assertThat(exchanged.getJWTClaimsSet().getAudience())
                    .containsExactly(department == door.education ? "onepermit-education" : "onepermit-social");
            assertThat(exchanged.getJWTClaimsSet().getSubject()).matches("01[0-9a-f]{32}");
            assertThat(exchanged.getJWTClaimsSet().toString()).doesNotContain(PERSON);
        }
    }

    @Test
    void what_a_department_refuses_the_caller_is_refused_as_a_whole() {
        door.permit.usage.refuses = true;

        HttpResponse<String> refused = find("{}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).get("reason").getAsString()).isEqualTo("ROLE");
    }

    @Test
    void a_wrong_question_names_its_field_and_without_a_token_there_is_no_answer() {
        assertThat(json(find("{\"pageToken\":\"next\"}")).get("field").getAsString())
                .isEqualTo("pageToken");
        assertThat(json(find("{\"departments\":[\"mayor\"]}")).get("field").getAsString())
                .isEqualTo("departments");
        assertThat(json(find("{\"pageSize\":201}")).get("field").getAsString()).isEqualTo("pageSize");
        assertThat(door.post("/v1/usage:find", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void a_residents_token_is_given_out_for_a_citizen_id_alone() {
        HttpResponse<String> wrong = door.ask("resident", "&citizen_id=" + PERSON.substring(0, 17) + "9");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("check digit").doesNotContain(PERSON.substring(0, 17));
    }

    private static HttpResponse<String> find(String body) {
        return door.post("/v1/usage:find", body, "Authorization", "Bearer " + token);
    }

    private static List<String> departments(JsonObject answer) {
        return StreamSupport.stream(answer.getAsJsonArray("usages").spliterator(), false)
                .map(usage -> usage.getAsJsonObject().get("department").getAsString())
                .toList();
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private static UsageOverviewServiceBlockingStub stub() {
        return Door.with(UsageOverviewServiceGrpc.newBlockingStub(door.channel), token);
    }
}
