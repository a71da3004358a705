package onepermit.exchange.ledger.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Standing;
import onepermit.exchange.testing.EducationRoad;
import onepermit.exchange.testing.LedgerKeyFiles;
import onepermit.exchange.testing.Looks;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.LedgerLeaf;
import onepermit.exchange.v1.LedgerServiceGrpc;
import onepermit.exchange.v1.OpenOriginRequest;
import onepermit.exchange.v1.OpenOriginResponse;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An operator lets a ledger go on, at the door of a running department. */
class OpenOriginTest {

    @Test
    void an_operator_begins_a_new_origin_of_a_closed_ledger_once() throws IOException {
        try (RunningService service = RunningService.start(EducationRoad.class)) {
            service.bean(Ledger.class).append(Looks.at(new People(47).next()));
            OpenOriginRequest request = request();
            assertThat(Refused.by(() -> open(service, request)).reason()).isEqualTo("NOT_SET_BACK");
            service.bean(Standing.class).broken("as after a restore");
            assertThat(Refused.by(() -> open(service, request)).reason()).isEqualTo("ORIGIN_KEY");
            LedgerKeyFiles.another(TestInfrastructure.keys(), "education", 2);

            OpenOriginResponse begun = open(service, request);

            assertThat(begun.getOrigin()).isEqualTo("onepermit/education/2");
            assertThat(begun.getOpened().getFormerOrigin()).isEqualTo("onepermit/education");
            assertThat(begun.getOpened().getRestoredLeaves()).isEqualTo(1);
            assertThat(open(service, request)).isEqualTo(begun);
            assertThat(Refused.by(() -> open(service, request())).reason()).isEqualTo("ORIGIN_OPENED");
            LedgerLeaf first = LedgerLeaf.parseFrom(service.bean(JdbcTemplate.class)
                    .queryForObject("SELECT leaf FROM ledger_leaf WHERE index = 1", byte[].class));
            assertThat(first.getOriginOpened()).isEqualTo(begun.getOpened());
            assertThat(first.getMethod()).isEqualTo("onepermit.exchange.v1.LedgerService/OpenOrigin");
        }
    }

    private static OpenOriginResponse open(RunningService service, OpenOriginRequest request) {
        return service.as("operator", LedgerServiceGrpc.newBlockingStub(service.channel()))
                .openOrigin(request);
    }

    private static OpenOriginRequest request() {
        return OpenOriginRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setReason("base backup of the night before")
                .build();
    }
}
