package onepermit.permit.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import onepermit.exchange.testing.Refused;
import onepermit.permit.Officer;
import onepermit.permit.v1.ApplicationAct;
import onepermit.permit.v1.ApplicationState;
import onepermit.permit.v1.ListApplicationsRequest;
import onepermit.permit.v1.ListApplicationsResponse;
import onepermit.permit.v1.OpenRequest;
import onepermit.permit.v1.OpenResponse;
import onepermit.permit.v1.PermitApplication;
import onepermit.permit.v1.SubmitRequest;
import onepermit.permit.v1.SubmitResponse;
import onepermit.permit.v1.WithdrawRequest;
import org.junit.jupiter.api.Test;

/** Requests that come twice, too late, at once or from elsewhere. */
class ApplicationCallsTest extends Window {

    @Test
    void a_repeated_request_is_answered_as_before_and_changes_nothing() {
        OpenRequest opening = opening(tenant()).build();
        OpenResponse opened = officer().applications().open(opening);
        SubmitRequest submission = submission(opened, "PHOTO").build();

        SubmitResponse once = officer().applications().submit(submission);
        SubmitResponse again = officer().applications().submit(submission);

        assertThat(again).isEqualTo(once);
        assertThat(officer().applications().open(opening).getApplication()).isEqualTo(opened.getApplication());
        assertThat(Refused.by(() -> officer()
                                .applications()
                                .submit(submission.toBuilder()
                                        .setRequestId(UUID.randomUUID().toString())
                                        .build()))
                        .reason())
                .isEqualTo("ETAG_MISMATCH");
    }

    @Test
    void of_many_who_open_at_once_one_opens_and_of_many_who_submit_at_once_one_submits() throws Exception {
        String citizen = tenant();

        List<OpenResponse> opened = atOnce(12, () -> open(citizen));
        List<SubmitResponse> submitted = atOnce(12, () -> submit(opened.getFirst(), "PHOTO"));

        assertThat(opened).hasSize(1);
        assertThat(submitted).hasSize(1);
        assertThat(read(opened.getFirst().getApplication()).getState())
                .isEqualTo(ApplicationState.APPLICATION_STATE_ACCEPTED);
    }

    @Test
    void of_an_issue_by_the_application_and_one_by_the_decision_at_once_one_permit_comes() throws Exception {
        String citizen = tenant();
        SubmitResponse accepted = submit(open(citizen), "PHOTO");

        List<PermitApplication> issued = atOnce(
                8,
                () -> decide(accepted.getApplication(), accepted.getEtag(), ApplicationAct.APPLICATION_ACT_ISSUE)
                        .getApplication());

        assertThat(issued).hasSize(1);
        assertThat(Refused.by(() -> open(citizen)).reason()).isEqualTo("PERMIT_SUSPENDED");
    }

    @Test
    void a_withdrawn_application_has_ended_and_another_may_be_opened() {
        String citizen = tenant();
        OpenResponse opened = open(citizen);
        assertThat(Refused.by(() -> open(citizen)).reason()).isEqualTo("APPLICATION_OPEN");

        var withdrawn = officer()
                .applications()
                .withdraw(WithdrawRequest.newBuilder()
                        .setApplicationId(opened.getApplication().getId())
                        .setEtag(opened.getEtag())
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build());

        assertThat(withdrawn.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_WITHDRAWN);
        assertThat(open(citizen).getApplication().getId())
                .isNotEqualTo(opened.getApplication().getId());
    }

    @Test
    void b05_a_window_elsewhere_in_the_city_files_and_the_office_of_the_dwelling_decides() {
        String citizen = registered();
        Officer jimei = officerOf("350211");

        OpenResponse opened = jimei.applications().open(opening(citizen).build());
        SubmitResponse submitted = jimei.applications()
                .submit(submission(opened, "PHOTO", "LODGING_NOTE").build());
        PermitApplication waiting = submitted.getApplication();

        assertThat(waiting.getDivision()).isEqualTo(SIMING);
        assertThat(waiting.getFiledIn()).isEqualTo("350211");
        var accepting = deciding(waiting, submitted.getEtag(), ApplicationAct.APPLICATION_ACT_ACCEPT);
        assertThat(Refused.by(() -> jimei.applications().decide(accepting.build()))
                        .reason())
                .isEqualTo("DIVISION");
        assertThat(officerOf(SIMING)
                        .applications()
                        .decide(accepting.build())
                        .getApplication()
                        .getState())
                .isEqualTo(ApplicationState.APPLICATION_STATE_ACCEPTED);
    }

    @Test
    void an_application_of_another_city_looks_like_none() {
        String citizen = tenant();
        OpenResponse opened = open(citizen);
        Officer elsewhere = officerOf("110112");
        var unknown =
                PermitApplication.newBuilder().setId("350203-SQ-2025-99999999").build();

        Refused foreign = Refused.by(() -> elsewhere
                .applications()
                .getApplication(reading(opened.getApplication()).build()));

        assertThat(foreign.reason()).isEqualTo("APPLICATION_NOT_FOUND");
        assertThat(Refused.by(() ->
                        elsewhere.applications().getApplication(reading(unknown).build())))
                .isEqualTo(foreign);
        Refused opening =
                Refused.by(() -> elsewhere.applications().open(opening(citizen).build()));
        assertThat(opening.reason()).isEqualTo("NOT_REGISTERED");
        assertThat(opening.text()).doesNotContain(SIMING);
    }

    @Test
    void what_is_overdue_is_seen_by_whoever_asks_for_it() {
        SubmitResponse accepted = submit(open(tenant()), "PHOTO");
        SubmitResponse returned = submit(open(registered()));

        List<PermitApplication> overdue =
                listed(ListApplicationsRequest.newBuilder().setOverdueOnly(true).setPageSize(200));

        assertThat(overdue)
                .contains(accepted.getApplication().toBuilder().setOverdue(true).build());
        assertThat(overdue)
                .extracting(PermitApplication::getId)
                .doesNotContain(returned.getApplication().getId());
        assertThat(listed(ListApplicationsRequest.newBuilder()
                        .setPageSize(200)
                        .addStates(ApplicationState.APPLICATION_STATE_RETURNED)))
                .extracting(PermitApplication::getId)
                .contains(returned.getApplication().getId())
                .doesNotContain(accepted.getApplication().getId());
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended() {
        open(tenant());
        open(tenant());

        ListApplicationsResponse first = page("");
        ListApplicationsResponse second = page(first.getNextPageToken());

        assertThat(first.getApplicationsList()).hasSize(1);
        assertThat(second.getApplications(0).getId())
                .isGreaterThan(first.getApplications(0).getId());
    }

    private ListApplicationsResponse page(String token) {
        return officer()
                .applications()
                .listApplications(ListApplicationsRequest.newBuilder()
                        .setDivision("350200")
                        .setPageSize(1)
                        .setPageToken(token)
                        .setContext(CONTEXT)
                        .build());
    }

    private List<PermitApplication> listed(ListApplicationsRequest.Builder asked) {
        return officer()
                .applications()
                .listApplications(
                        asked.setDivision("350200").setContext(CONTEXT).build())
                .getApplicationsList();
    }
}
