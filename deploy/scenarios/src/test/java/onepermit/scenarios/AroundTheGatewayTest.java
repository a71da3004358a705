package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.ListDatasetsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A department's own port, asked by whoever is not the gateway: no token helps. */
class AroundTheGatewayTest extends Scenario {

    @Test
    void without_a_certificate_of_the_house_there_is_no_connection() {
        assertThat(refused(Line.withoutCertificate(stack, "education"), "operator")
                        .code())
                .isEqualTo(Code.UNAVAILABLE);
        assertThat(refused(Line.inTheClear(stack, "education"), "operator").code())
                .isEqualTo(Code.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"permit", "health", "broker", "operator", "integrator"})
    void a_callers_token_does_not_come_over_the_connection_of_anyone_but_the_gateway(String holder) {
        var refused = refused(Line.with(stack, holder, "education"), "operator");

        assertThat(refused.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(refused.reason()).isEqualTo("CONNECTION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "health"})
    void a_departments_token_does_not_come_over_the_connection_of_another(String holder) {
        var refused = refused(Line.with(stack, holder, "permit"), "service");

        assertThat(refused.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(refused.reason()).isEqualTo("CONNECTION");
    }

    @Test
    void one_department_cannot_answer_for_another() {
        var misled = Line.with(stack, "gateway", "education", "permit");

        assertThat(refused(misled, "operator").code()).isEqualTo(Code.UNAVAILABLE);
    }

    private Refused refused(ManagedChannel line, String role) {
        try {
            return Refused.by(() -> FactsServiceGrpc.newBlockingStub(line)
                    .withCallCredentials(door.bearer(role, "", ""))
                    .withDeadlineAfter(10, TimeUnit.SECONDS)
                    .listDatasets(ListDatasetsRequest.getDefaultInstance()));
        } finally {
            line.shutdownNow();
        }
    }
}
