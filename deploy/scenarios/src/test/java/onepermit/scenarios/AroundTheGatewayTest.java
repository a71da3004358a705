package onepermit.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.TimeUnit;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.ListDatasetsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A department's own port, asked by whoever is not the gateway, with what could be stolen. */
class AroundTheGatewayTest extends Scenario {

    @Test
    void without_a_certificate_of_the_house_there_is_no_connection() {
        assertThat(refused(Line.withoutCertificate(stack, "education"), inside())
                        .code())
                .isEqualTo(Code.UNAVAILABLE);
        assertThat(refused(Line.inTheClear(stack, "education"), inside()).code())
                .isEqualTo(Code.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"permit", "health", "broker", "operator", "integrator"})
    void not_even_a_token_for_the_department_comes_over_the_connection_of_anyone_but_the_gateway(String holder) {
        var refused = refused(Line.with(stack, holder, "education"), inside());

        assertThat(refused.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(refused.reason()).isEqualTo("CONNECTION");
    }

    @Test
    void over_the_gateways_connection_comes_no_token_but_one_for_this_department() {
        for (String token : new String[] {door.token("operator", ""), door.exchanged("operator", "", "health")}) {
            var refused = refused(Line.with(stack, "gateway", "education"), token);

            assertThat(refused.code()).isEqualTo(Code.UNAUTHENTICATED);
            assertThat(refused.reason()).isEqualTo("TOKEN_INVALID");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "health"})
    void a_departments_token_does_not_come_over_the_connection_of_another(String holder) {
        var refused = refused(Line.with(stack, holder, "permit"), door.token("service", ""));

        assertThat(refused.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(refused.reason()).isEqualTo("CONNECTION");
    }

    @Test
    void one_department_cannot_answer_for_another() {
        var misled = Line.with(stack, "gateway", "education", "permit");

        assertThat(refused(misled, inside()).code()).isEqualTo(Code.UNAVAILABLE);
    }

    private String inside() {
        return door.exchanged("operator", "", "education");
    }

    private static Refused refused(ManagedChannel line, String token) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        try {
            return Refused.by(() -> FactsServiceGrpc.newBlockingStub(line)
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                    .withDeadlineAfter(10, TimeUnit.SECONDS)
                    .listDatasets(ListDatasetsRequest.getDefaultInstance()));
        } finally {
            line.shutdownNow();
        }
    }
}
