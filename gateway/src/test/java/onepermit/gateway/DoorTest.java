package onepermit.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.AdmissionServiceGrpc.AdmissionServiceBlockingStub;
import onepermit.education.v1.VerifyEligibilityBatchRequest;
import onepermit.education.v1.VerifyEligibilityBatchResponse;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.v1.ListReplicasRequest;
import onepermit.exchange.v1.ReplicaServiceGrpc;
import onepermit.health.v1.GetAssessmentRequest;
import onepermit.health.v1.VaccinationServiceGrpc;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

class DoorTest {
    private static Door door;
    private static String token;

    @BeforeAll
    static void open() throws IOException {
        door = new Door();
        token = door.token();
    }

    @AfterAll
    static void shut() {
        door.close();
    }

    // gRPC

    @Test
    void a_call_passes_with_its_metadata_and_what_is_left_of_its_deadline() {
        String id = admissions("x-extra", "yes")
                .verifyEligibility(asked("350203"))
                .getDecision()
                .getId();

        assertThat(id).isEqualTo("350203/2025");
        Metadata headers = Objects.requireNonNull(door.education.headers.get());
        assertThat(headers.get(Department.EXTRA)).isEqualTo("yes");
        assertThat(door.education.deadlineMillis.get()).isBetween(1L, 20_000L);
    }

    @Test
    void a_refusal_of_the_department_passes_whole() {
        StatusRuntimeException refused = refused(() -> admissions().verifyEligibility(asked("refuse")));

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(Objects.requireNonNull(StatusProto.fromThrowable(refused)).toString())
                .contains("CITIZEN_ID_CHECK_DIGIT", "child_id");
    }

    @Test
    void a_deadline_and_its_cancellation_reach_the_department() throws InterruptedException {
        StatusRuntimeException late = refused(
                () -> admissions().withDeadlineAfter(300, TimeUnit.MILLISECONDS).verifyEligibility(asked("hang")));

        assertThat(late.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
        assertThat(door.education.cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_stream_passes_both_ways_in_order() {
        ConcurrentLinkedQueue<String> keys = new ConcurrentLinkedQueue<>();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        StreamObserver<VerifyEligibilityBatchRequest> lines = Door.with(
                        AdmissionServiceGrpc.newStub(door.channel), token)
                .verifyEligibilityBatch(new StreamObserver<>() {
                    @Override
                    public void onNext(VerifyEligibilityBatchResponse answer) {
                        keys.add(answer.getKey());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        done.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        done.complete(true);
                    }
                });
        List<String> sent =
                IntStream.range(0, 5_000).mapToObj(Integer::toString).toList();
        sent.forEach(key -> lines.onNext(
                VerifyEligibilityBatchRequest.newBuilder().setKey(key).build()));
        lines.onCompleted();

        assertThat(done).succeedsWithin(Duration.ofSeconds(20));
        assertThat(keys).containsExactlyElementsOf(sent);
    }

    @Test
    void a_call_without_a_token_or_deadline_stops_at_the_door() {
        AdmissionServiceBlockingStub bare = AdmissionServiceGrpc.newBlockingStub(door.channel);

        assertRefused(
                () -> bare.withDeadlineAfter(5, TimeUnit.SECONDS).verifyEligibility(asked("1")),
                Code.UNAUTHENTICATED,
                "TOKEN_MISSING");
        assertRefused(() -> bare.verifyEligibility(asked("1")), Code.INVALID_ARGUMENT, "DEADLINE_REQUIRED");
        assertRefused(
                () -> Door.with(AdmissionServiceGrpc.newBlockingStub(door.channel), token + "x")
                        .verifyEligibility(asked("1")),
                Code.UNAUTHENTICATED,
                "TOKEN_INVALID");
    }

    @Test
    void a_service_of_every_department_goes_where_the_metadata_says() {
        var stub = ReplicaServiceGrpc.newBlockingStub(door.channel);
        ListReplicasRequest all = ListReplicasRequest.getDefaultInstance();

        assertThat(Door.with(stub, token, "onepermit-department", "social")
                        .listReplicas(all)
                        .getReplicas(0)
                        .getDataset())
                .isEqualTo("social");
        assertRefused(() -> Door.with(stub, token).listReplicas(all), Code.INVALID_ARGUMENT, "DEPARTMENT_MISSING");
        StatusRuntimeException unknown = assertRefused(
                () -> Door.with(stub, token, "onepermit-department", "taxes").listReplicas(all),
                Code.INVALID_ARGUMENT,
                "DEPARTMENT_UNKNOWN");
        assertThat(unknown.getMessage()).contains("education, health, permit, social");
    }

    @Test
    void a_department_that_is_down_is_unavailable_worth_a_retry_and_without_address() {
        StatusRuntimeException down = assertRefused(
                () -> Door.with(VaccinationServiceGrpc.newBlockingStub(door.channel), token)
                        .getAssessment(GetAssessmentRequest.getDefaultInstance()),
                Code.UNAVAILABLE,
                "UNAVAILABLE");

        assertThat(Objects.requireNonNull(StatusProto.fromThrowable(down)).toString())
                .contains("RetryInfo")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void reflection_shows_the_contracts_and_health_is_open() throws Exception {
        CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> asking = ServerReflectionGrpc.newStub(door.channel)
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse response) {
                        answer.complete(response);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        asking.onNext(ServerReflectionRequest.newBuilder()
                .setFileContainingSymbol("onepermit.education.v1.AdmissionService")
                .build());

        assertThat(answer.get(20, TimeUnit.SECONDS).getFileDescriptorResponse().getFileDescriptorProtoCount())
                .isPositive();
        asking.onCompleted();
        assertThat(HealthGrpc.newBlockingStub(door.channel)
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    // HTTP

    @Test
    void a_question_over_http_gets_the_answer_of_the_department() {
        HttpResponse<String> answer = post("/v1/admissions:verify", "{\"division\":\"350203\",\"schoolYear\":2025}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getAsJsonObject("decision").get("id").getAsString())
                .isEqualTo("350203/2025");
        assertThat(door.education.deadlineMillis.get()).isBetween(1L, 10_000L);
    }

    @Test
    void a_refusal_is_a_problem_with_reason_and_field() {
        HttpResponse<String> answer = post("/v1/admissions:verify", "{\"division\":\"refuse\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonObject problem = json(answer);
        assertThat(problem.get("code").getAsString()).isEqualTo("INVALID_ARGUMENT");
        assertThat(problem.get("reason").getAsString()).isEqualTo("CITIZEN_ID_CHECK_DIGIT");
        assertThat(problem.get("field").getAsString()).isEqualTo("childId");
        assertThat(problem.get("detail").getAsString()).isEqualTo("the check digit does not fit");
    }

    @Test
    void a_department_that_sheds_or_is_down_says_when_to_come_again() {
        HttpResponse<String> shed = post("/v1/admissions:verify", "{\"division\":\"shed\"}");
        HttpResponse<String> down = post("/v1/vaccinations:assess", "{}");

        assertThat(shed.statusCode()).isEqualTo(429);
        assertThat(shed.headers().firstValue("retry-after")).hasValue("1");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).doesNotContain("127.0.0.1");
    }

    @Test
    void a_deadline_passed_is_504() {
        HttpResponse<String> answer = door.post(
                "/v1/admissions:verify",
                "{\"division\":\"hang\"}",
                "Authorization",
                "Bearer " + token,
                "X-Request-Timeout",
                "300ms");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).doesNotContain("127.0.0.1");
    }

    @Test
    void bad_requests_name_what_is_wrong_and_no_value() {
        assertProblem(post("/v1/admissions:verify", "{\"childID\":\"1\"}"), 400, "FIELD_UNKNOWN", "childID");
        assertProblem(post("/v1/admissions:verify", "{\"990101199506120117\":\"1\"}"), 400, "FIELD_UNKNOWN", "…");
        assertProblem(
                post("/v1/admissions:verify", "{\"guardians\":[{\"citizenId\":{}}]}"),
                400,
                "FIELD_TYPE",
                "guardians[0].citizenId");
        assertProblem(post("/v1/admissions:verify", "{\"schoolYear\":\"secret\"}"), 400, "FIELD_TYPE", "schoolYear");
        assertProblem(post("/v1/admissions:verify", "{"), 400, "JSON_INVALID", "");
        assertProblem(post("/v1/admissions:verify?childId=1", "{}"), 400, "QUERY_NOT_TAKEN", "");
        assertProblem(post("/v1/nothing", "{}"), 404, "PATH_UNKNOWN", "");
        assertProblem(
                door.get("/v1/admissions:verify", "Authorization", "Bearer " + token), 405, "METHOD_NOT_ALLOWED", "");
        assertProblem(
                post("/v1/admissions:verify", "{\"childName\":\"" + "x".repeat(5_000_000) + "\"}"),
                413,
                "BODY_TOO_LARGE",
                "");
        assertThat(post("/v1/admissions:verify", "{\"schoolYear\":\"secret\"}").body())
                .doesNotContain("secret");
    }

    @Test
    void a_call_without_a_good_token_is_401() {
        assertProblem(door.post("/v1/admissions:verify", "{}"), 401, "TOKEN_MISSING", "authorization");
        assertProblem(
                door.post("/v1/admissions:verify", "{}", "Authorization", "Bearer rubbish"),
                401,
                "TOKEN_INVALID",
                "authorization");
    }

    @Test
    void a_batch_is_a_line_for_a_line() {
        HttpResponse<String> answer = post("/v1/admissions:verifyBatch", "{\"key\":\"a\"}\n\n{\"key\":\"b\"}\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/x-ndjson");
        assertThat(answer.body().lines()).containsExactly("{\"key\":\"a\"}", "{\"key\":\"b\"}");
    }

    @Test
    void a_client_stream_is_lines_in_and_one_answer_out() {
        String batch = "{\"lines\":[{\"month\":\"2025-01\"},{\"month\":\"2025-02\"}]}\n";

        HttpResponse<String> answer = post("/v1/contributions:post", batch + batch);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("posted").getAsString()).isEqualTo("4");
        assertProblem(post("/v1/contributions:post", batch + "{\"line\":1}"), 400, "FIELD_UNKNOWN", "line");
    }

    @Test
    void a_service_of_every_department_has_its_department_in_the_path() {
        HttpResponse<String> answer = door.get("/v1/departments/permit/replicas", "Authorization", "Bearer " + token);
        JsonArray replicas = json(answer).getAsJsonArray("replicas");

        assertThat(replicas.get(0).getAsJsonObject().get("dataset").getAsString())
                .isEqualTo("permit");
        assertThat(replicas.get(0).getAsJsonObject().get("lag").getAsString()).isEqualTo("9007199254740993");
        assertProblem(
                door.get("/v1/departments/taxes/replicas", "Authorization", "Bearer " + token),
                400,
                "DEPARTMENT_UNKNOWN",
                "onepermit-department");
    }

    @Test
    void the_openapi_document_has_every_path_with_its_comments() {
        JsonObject document = json(door.get("/openapi.json"));

        JsonObject verify = document.getAsJsonObject("paths")
                .getAsJsonObject("/v1/admissions:verify")
                .getAsJsonObject("post");
        assertThat(document.get("openapi").getAsString()).isEqualTo("3.1.0");
        assertThat(verify.get("description").getAsString()).contains("Verifies one child", "admission-officer");
        assertThat(document.getAsJsonObject("components")
                        .getAsJsonObject("schemas")
                        .getAsJsonObject("onepermit.education.v1.VerifyEligibilityRequest")
                        .getAsJsonObject("properties")
                        .keySet())
                .contains("childId", "guardians", "context");
        assertThat(document.getAsJsonObject("paths").keySet()).contains("/v1/departments/{department}/decisions:get");
    }

    // The caller's token stops here

    @Test
    void a_department_gets_a_token_of_its_own_for_the_same_caller_with_the_gateway_as_actor() {
        admissions().verifyEligibility(asked("350203"));
        String first = forwarded();
        door.post("/v1/admissions:verify", "{}", "Authorization", "Bearer " + token);

        assertThat(forwarded())
                .as("exchanged once for many calls")
                .isEqualTo(first)
                .isNotEqualTo(token);
        JsonObject claims = claims(first);
        assertThat(claims.get("aud").toString()).contains("onepermit-education").doesNotContain("permit\"", "social");
        assertThat(claims.get("sub").getAsString()).isEqualTo("officer-7");
        assertThat(claims.get("division").getAsString()).isEqualTo("350203");
        assertThat(claims.getAsJsonObject("act").get("sub").getAsString()).isEqualTo("gateway");
        assertThat(claims.get("exp").getAsLong() - claims.get("iat").getAsLong())
                .isLessThanOrEqualTo(300);
    }

    @Test
    void what_opens_a_department_opens_no_door() {
        admissions().verifyEligibility(asked("350203"));
        String service = Door.field(door.ask("service", "&department=education").body(), "access_token");

        for (String inside : List.of(forwarded(), service)) {
            Refused refused = Refused.by(() -> Door.with(AdmissionServiceGrpc.newBlockingStub(door.channel), inside)
                    .verifyEligibility(asked("350203")));
            assertThat(refused.code()).isEqualTo(Code.UNAUTHENTICATED);
            assertThat(refused.reason()).isEqualTo("TOKEN_INVALID");
        }
    }

    @Test
    void the_issuer_exchanges_for_the_gateway_alone_and_only_what_is_for_the_door() {
        admissions().verifyEligibility(asked("350203"));

        assertThat(door.exchange("admission-officer", token, "onepermit-education")
                        .body())
                .contains("unauthorized_client");
        assertThat(door.exchange("gateway", forwarded(), "onepermit-health").body())
                .contains("invalid_grant");
        assertThat(door.exchange("gateway", token, "onepermit-everything").body())
                .contains("invalid_target");
        assertThat(door.exchange("gateway", token + "x", "onepermit-education").body())
                .contains("invalid_grant");
    }

    private static String forwarded() {
        return Objects.requireNonNull(Objects.requireNonNull(door.education.headers.get())
                        .get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER)))
                .substring("Bearer ".length());
    }

    // The local issuer

    @Test
    void a_token_carries_role_department_division_and_officer() {
        JsonObject claims = claims(token);

        assertThat(claims.get("iss").getAsString()).isEqualTo(Door.ISSUER);
        assertThat(claims.get("sub").getAsString()).isEqualTo("officer-7");
        assertThat(claims.get("role").getAsString()).isEqualTo("admission-officer");
        assertThat(claims.get("department").getAsString()).isEqualTo("education");
        assertThat(claims.get("division").getAsString()).isEqualTo("350203");
        assertThat(claims.get("client_id").getAsString()).isEqualTo("local-admission-officer");
        assertThat(claims.get("exp").getAsLong() - claims.get("iat").getAsLong())
                .isEqualTo(900);
        assertThat(claims.get("aud").toString()).contains("onepermit");
        JsonObject service = claims(door.token("service"));
        assertThat(service.get("exp").getAsLong() - service.get("iat").getAsLong())
                .isEqualTo(300);
        assertThat(service.has("division")).isFalse();
    }

    @Test
    void a_service_says_which_department_it_is_of_and_an_officer_cannot() {
        JsonObject service =
                claims(Door.field(door.ask("service", "&department=social").body(), "access_token"));
        JsonObject officer = claims(Door.field(
                door.ask("admission-officer", "&division=350203&department=permit")
                        .body(),
                "access_token"));

        assertThat(service.get("department").getAsString()).isEqualTo("social");
        assertThat(officer.get("department").getAsString()).isEqualTo("education");
        assertThat(door.ask("service", "&department=tax").statusCode()).isEqualTo(400);
    }

    @Test
    void a_role_bound_to_no_place_needs_no_division() {
        for (String role : List.of("operator", "integrator", "service")) {
            JsonObject claims = claims(Door.field(door.ask(role, "").body(), "access_token"));

            assertThat(claims.get("role").getAsString()).isEqualTo(role);
            assertThat(claims.has("division")).isFalse();
        }
    }

    @Test
    void an_officer_without_a_division_or_with_an_unknown_one_gets_no_token() {
        assertThat(door.ask("admission-officer", "").statusCode()).isEqualTo(400);
        assertThat(door.ask("admission-officer", "").body()).contains("error_description", "say for which division");
        assertThat(door.ask("admission-officer", "&division=123456").body()).contains("invalid_request", "123456");
    }

    @Test
    void keys_and_metadata_are_public_and_secrets_are_the_owners_alone() throws IOException {
        assertThat(door.get("/oauth2/jwks").body()).contains("\"RSA\"").doesNotContain("\"d\"");
        for (String kind : List.of("openid-configuration", "oauth-authorization-server")) {
            JsonObject metadata = json(door.get("/.well-known/" + kind));
            assertThat(metadata.get("issuer").getAsString()).isEqualTo(Door.ISSUER);
            assertThat(metadata.get("jwks_uri").getAsString()).isEqualTo(Door.ISSUER + "/oauth2/jwks");
            assertThat(metadata.get("token_endpoint").getAsString()).isEqualTo(Door.ISSUER + "/oauth2/token");
        }
        for (String file : List.of("issuer.jwk", "clients.properties")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door.keys.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void readiness_and_metrics_are_served() {
        assertThat(door.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(door.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        admissions().verifyEligibility(asked("350203"));
        assertThat(door.get("/actuator/prometheus").body())
                .contains("onepermit_calls_seconds_count")
                .contains("onepermit.education.v1.AdmissionService/VerifyEligibility");
    }

    @Test
    void a_gateway_that_takes_no_traffic_is_alive_but_not_ready() {
        AvailabilityChangeEvent.publish(door.context, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(door.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(door.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(health("")).isEqualTo(ServingStatus.NOT_SERVING);
            assertThat(health("liveness")).isEqualTo(ServingStatus.SERVING);
        } finally {
            AvailabilityChangeEvent.publish(door.context, ReadinessState.ACCEPTING_TRAFFIC);
        }
        assertThat(door.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private static ServingStatus health(String service) {
        return HealthGrpc.newBlockingStub(door.channel)
                .check(HealthCheckRequest.newBuilder().setService(service).build())
                .getStatus();
    }

    private static HttpResponse<String> post(String path, String body) {
        return door.post(path, body, "Authorization", "Bearer " + token);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String reason, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonObject problem = json(answer);
        assertThat(problem.get("reason").getAsString()).isEqualTo(reason);
        assertThat(problem.has("field") ? problem.get("field").getAsString() : "")
                .isEqualTo(field);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private static JsonObject claims(String jwt) {
        byte[] body = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static AdmissionServiceBlockingStub admissions(String... headers) {
        return Door.with(AdmissionServiceGrpc.newBlockingStub(door.channel), token, headers);
    }

    private static VerifyEligibilityRequest asked(String division) {
        return VerifyEligibilityRequest.newBuilder()
                .setDivision(division)
                .setSchoolYear(2025)
                .build();
    }

    private static StatusRuntimeException refused(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call);
    }

    private static StatusRuntimeException assertRefused(ThrowingCallable call, Code code, String reason) {
        StatusRuntimeException refused = refused(call);
        assertThat(refused.getStatus().getCode()).isEqualTo(code);
        assertThat(Objects.requireNonNull(StatusProto.fromThrowable(refused)).toString())
                .contains(reason);
        return refused;
    }
}
