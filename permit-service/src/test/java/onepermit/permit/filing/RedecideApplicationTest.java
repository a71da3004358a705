package onepermit.permit.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import onepermit.exchange.testing.Await;
import onepermit.exchange.v1.DecisionRevision;
import onepermit.exchange.v1.ListRevisionsRequest;
import onepermit.exchange.v1.Outcome;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RevisionServiceGrpc;
import onepermit.permit.Officer;
import onepermit.permit.v1.ApplicationState;
import onepermit.permit.v1.CorrectPeriodRequest;
import onepermit.permit.v1.GetResidenceRequest;
import onepermit.permit.v1.PermitApplication;
import onepermit.permit.v1.SubmitResponse;
import org.junit.jupiter.api.Test;

/** A fact changes after an application was decided. */
class RedecideApplicationTest extends Window {

    @Test
    void what_was_missing_comes_from_a_department_and_nobody_comes_back_for_it() {
        String citizen = registered();
        SubmitResponse submitted = submit(open(citizen), "PHOTO");
        assertThat(submitted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_RETURNED);

        dwelling(citizen, "REGISTERED_LEASE", SIMING, "2025-01-06");

        Await.until(
                "the application is accepted",
                () -> read(submitted.getApplication()).getState().equals(ApplicationState.APPLICATION_STATE_ACCEPTED));
        DecisionRevision revision = revisions(submitted.getApplication()).getFirst();
        assertThat(revision.getBefore()).isEqualTo(submitted.getDecision().getId());
        assertThat(revision.getAfter())
                .isEqualTo(read(submitted.getApplication()).getDecisionId());
        assertThat(revision.getOutcomeAfter()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(revision.getApplied()).isTrue();
    }

    @Test
    void what_was_accepted_stands_and_an_officer_is_told() {
        String citizen = tenant();
        SubmitResponse submitted = submit(open(citizen), "PHOTO");
        assertThat(submitted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_ACCEPTED);

        correct(citizen, "2025-01-06", "2025-06-01");

        Await.until(
                "a revision is there",
                () -> !revisions(submitted.getApplication()).isEmpty());
        DecisionRevision revision = revisions(submitted.getApplication()).getFirst();
        assertThat(revision.getApplied()).isFalse();
        assertThat(revision.getOutcomeAfter()).isEqualTo(Outcome.OUTCOME_NOT_YET);
        assertThat(revision.getBecauseList()).containsExactly("residence.registration");
        assertThat(read(submitted.getApplication())).isEqualTo(submitted.getApplication());
    }

    private void correct(String citizen, String recorded, String from) {
        var registrations = officer().registrations();
        String etag = registrations
                .getResidence(GetResidenceRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                        .build())
                .getEtag();
        registrations.correctPeriod(CorrectPeriodRequest.newBuilder()
                .setCitizenId(citizen)
                .setDivision(SIMING)
                .setRecordedFrom(recorded)
                .setFrom(from)
                .setEtag(etag)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                .build());
    }

    private List<DecisionRevision> revisions(PermitApplication application) {
        return service()
                .as(
                        "permit-officer",
                        "permit",
                        SIMING,
                        RevisionServiceGrpc.newBlockingStub(service().channel()))
                .listRevisions(ListRevisionsRequest.newBuilder()
                        .setCaseId(application.getId())
                        .setContext(CONTEXT)
                        .build())
                .getRevisionsList();
    }
}
