package onepermit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.testing.Refused;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    @Test
    void nobody_waits_longer_than_the_house_allows_whatever_deadline_they_bring() throws IOException {
        try (Door door = new Door(Door.ISSUER, "--onepermit.rpc.max-deadline=500ms")) {
            Refused late = Refused.by(() -> Door.with(AdmissionServiceGrpc.newBlockingStub(door.channel), door.token())
                    .withDeadlineAfter(1, TimeUnit.HOURS)
                    .verifyEligibility(VerifyEligibilityRequest.newBuilder()
                            .setDivision("hang")
                            .build()));

            assertThat(late.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
            assertThat(door.education.deadlineMillis.get()).isBetween(1L, 500L);
        }
    }
}
