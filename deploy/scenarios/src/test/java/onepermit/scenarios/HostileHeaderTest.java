package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.ListDatasetsRequest;
import onepermit.exchange.v1.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A good token, and headers, metadata and fields that say more than it. */
class HostileHeaderTest extends Hostile {
    private static final String VERIFY = "/v1/admissions:verify";
    private final String child = SyntheticId.woman("2019-05-06");
    private final String parent = SyntheticId.man("1988-05-04");

    @ParameterizedTest
    @MethodSource("headers")
    void no_header_says_who_somebody_is(Attempt attempt) {
        attempt.comesToNothing();
    }

    Stream<Attempt> headers() {
        String nurse = door.token("vaccination-officer", SIMING);
        String asked = admission(child, parent);
        return Stream.of(
                header("a role", asked, nurse, "x-onepermit-role", "admission-officer"),
                header("an officer", asked, nurse, "onepermit-officer", "root"),
                header("a role for the department behind", asked, nurse, "Grpc-Metadata-role", "admission-officer"),
                header("another department", asked, nurse, "onepermit-department", "health"),
                header("the gateway's certificate", asked, nurse, "X-Forwarded-Client-Cert", "CN=gateway"),
                header("a machine inside", asked, nurse, "X-Forwarded-For", "127.0.0.1"),
                attempt(
                        "metadata with a role",
                        () -> grpc(nurse, "x-onepermit-role", "admission-officer"),
                        "PERMISSION_DENIED ROLE"),
                attempt(
                        "metadata with another department",
                        () -> grpc(nurse, "onepermit-department", "health"),
                        "PERMISSION_DENIED ROLE"),
                attempt(
                        "a department that is a path",
                        () -> datasets("../health"),
                        "INVALID_ARGUMENT DEPARTMENT_UNKNOWN"),
                attempt(
                        "two departments at once",
                        () -> datasets("permit,health"),
                        "INVALID_ARGUMENT DEPARTMENT_UNKNOWN"),
                attempt(
                        "a service that no contract has",
                        () -> unknown("onepermit.education.v1.AdminService/Dump"),
                        "UNIMPLEMENTED"),
                attempt(
                        "a method that no contract has",
                        () -> unknown("onepermit.education.v1.AdmissionService/VerifyAll"),
                        "UNIMPLEMENTED"));
    }

    @Test
    void a_field_by_a_number_that_no_contract_has_changes_nothing() {
        var asked = VerifyEligibilityRequest.newBuilder()
                .setChildId(child)
                .addGuardians(Guardian.newBuilder().setCitizenId(parent))
                .setDivision(SIMING)
                .setSchoolYear(2025)
                .setContext(FrontDoor.context(Purpose.PURPOSE_SCHOOL_ADMISSION, "TEST-HOSTILE"));
        var stub = door.as("admission-officer", SIMING, AdmissionServiceGrpc.newBlockingStub(door.channel()));
        var more = UnknownFieldSet.newBuilder()
                .addField(
                        99,
                        UnknownFieldSet.Field.newBuilder()
                                .addVarint(1)
                                .addVarint(2)
                                .build())
                .build();

        var plain = stub.verifyEligibility(asked.build());
        var probed = stub.verifyEligibility(asked.setUnknownFields(more).build());

        assertThat(probed.getDecision().getBodyHash())
                .isEqualTo(plain.getDecision().getBodyHash());
        assertThat(probed.getUnknownFields().asMap()).isEmpty();
    }

    private Attempt header(String what, String body, String token, String name, String value) {
        return attempt(what, () -> post(VERIFY, body, token, Map.of(name, value)), "403 ROLE");
    }

    private String grpc(String token, String name, String value) {
        var headers = metadata("authorization", "Bearer " + token);
        headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
        return said(Refused.by(() -> AdmissionServiceGrpc.newBlockingStub(door.channel())
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .verifyEligibility(VerifyEligibilityRequest.getDefaultInstance())));
    }

    private String datasets(String department) {
        return said(Refused.by(() -> door.at(department, "operator", FactsServiceGrpc.newBlockingStub(door.channel()))
                .listDatasets(ListDatasetsRequest.getDefaultInstance())));
    }

    private String unknown(String method) {
        var like = AdmissionServiceGrpc.getVerifyEligibilityMethod();
        var call = like.toBuilder()
                .setFullMethodName(method)
                .setType(MethodDescriptor.MethodType.UNARY)
                .build();
        return said(Refused.by(() -> ClientCalls.blockingUnaryCall(
                door.channel(),
                call,
                CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS),
                VerifyEligibilityRequest.getDefaultInstance())));
    }

    private static Metadata metadata(String name, String value) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
        return headers;
    }
}
