package onepermit.permit.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.permit.Neighbours;
import onepermit.permit.PermitServiceApplication;
import onepermit.permit.v1.ApplicationState;
import onepermit.permit.v1.PermitApplication;
import onepermit.permit.v1.SubmitResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Scenario 9, its second half: a department that is away makes an application wait, and nobody comes back for it. */
class AwaitedEvidenceTest extends Window {
    private static final RunningService ALONE = RunningService.start(
            PermitServiceApplication.class, Map.of("onepermit.applications.review-every", "PT0.05S"));

    @AfterAll
    static void stop() {
        ALONE.close();
    }

    @Override
    protected RunningService service() {
        return ALONE;
    }

    @Test
    void an_application_waits_for_a_silent_department_and_is_accepted_when_it_speaks() {
        String citizen = SyntheticIds.man("1990-01-01");
        hukou(citizen, "430100");
        residence(citizen, "REGISTRATION", SIMING, "2025-01-06", "");

        SubmitResponse submitted = submit(open(citizen), "PHOTO");
        assertThat(submitted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_SUBMITTED);
        assertThat(submitted.getDecision().getPendingList()).isNotEmpty();

        new Neighbours(ALONE.road()).employs(key(citizen), SIMING, 20250101);
        Await.until(
                "the application is accepted",
                () -> read(submitted.getApplication()).getState() == ApplicationState.APPLICATION_STATE_ACCEPTED);

        PermitApplication accepted = read(submitted.getApplication());
        assertThat(accepted.getAcceptedOn()).isEqualTo(DAY);
        assertThat(accepted.getDueOn()).isEqualTo("2025-07-22");
        assertThat(accepted.getDecisionId())
                .isNotEqualTo(submitted.getApplication().getDecisionId());
    }
}
