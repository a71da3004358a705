package onepermit.permit.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import java.util.List;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Finality;
import onepermit.exchange.v1.Outcome;
import onepermit.permit.v1.ApplicationAct;
import onepermit.permit.v1.ApplicationState;
import onepermit.permit.v1.DecideResponse;
import onepermit.permit.v1.MissingItem;
import onepermit.permit.v1.OpenResponse;
import onepermit.permit.v1.PermitApplication;
import onepermit.permit.v1.PrefilledFact;
import onepermit.permit.v1.SubmitResponse;
import onepermit.permit.v1.SupplementResponse;
import org.junit.jupiter.api.Test;

/** The whole path of an application without a visit (J01): filled in from records, reviewed at once, told once what is missing. */
class ApplicationOnlineTest extends Window {

    @Test
    void b09_everything_but_the_number_is_filled_in_from_records() {
        String citizen = tenant();
        neighbours().employs(key(citizen), SIMING, 20250101);
        awaitFacts(key(citizen), "employment.current", 1);

        OpenResponse opened = open(citizen);

        assertThat(opened.getApplication().getDivision()).isEqualTo(SIMING);
        assertThat(opened.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_DRAFT);
        assertThat(opened.getFactsList())
                .filteredOn(PrefilledFact::getKnown)
                .extracting(PrefilledFact::getName)
                .contains(
                        "name",
                        "sex",
                        "born",
                        "residence.address",
                        "hukou.place",
                        "residence.registration",
                        "dwelling",
                        "employment.current");
        assertThat(value(opened, "name")).isEqualTo("测试");
        assertThat(value(opened, "residence.address")).isEqualTo("湖滨南路1号");
        assertThat(opened.getFactsList())
                .filteredOn(fact -> fact.getName().equals("employment.current"))
                .extracting(PrefilledFact::getSource)
                .containsOnly("social");
        assertThat(opened.getMissingList()).extracting(MissingItem::getCode).containsExactly("PHOTO");
    }

    @Test
    void j02_j03_a_complete_and_true_application_is_accepted_at_once_and_its_permit_is_issued() {
        String citizen = tenant();

        SubmitResponse submitted = submit(open(citizen), "PHOTO");

        PermitApplication accepted = submitted.getApplication();
        assertThat(accepted.getState()).isEqualTo(ApplicationState.APPLICATION_STATE_ACCEPTED);
        assertThat(accepted.getAcceptedOn()).isEqualTo(DAY);
        assertThat(accepted.getDueOn()).isEqualTo("2025-07-22");
        assertThat(accepted.getDueCertain()).isTrue();
        assertThat(accepted.getFeeFen()).isZero();
        assertThat(submitted.getDecision().getOutcome()).isEqualTo(Outcome.OUTCOME_ELIGIBLE);
        assertThat(submitted.getDecision().getFinality()).isEqualTo(Finality.FINALITY_FINAL);

        PermitApplication issued = decide(accepted, submitted.getEtag(), ApplicationAct.APPLICATION_ACT_ISSUE)
                .getApplication();
        assertThat(issued.getState()).isEqualTo(ApplicationState.APPLICATION_STATE_ISSUED);
        assertThat(issued.getPermitNumber()).startsWith("350203-2025-");
        assertThat(read(accepted)).isEqualTo(issued);
    }

    @Test
    void b18_what_is_missing_is_told_once_and_wholly() {
        SubmitResponse submitted = submit(open(registered()));

        PermitApplication returned = submitted.getApplication();
        assertThat(returned.getState()).isEqualTo(ApplicationState.APPLICATION_STATE_RETURNED);
        assertThat(returned.getNotice().getItemsList())
                .extracting(MissingItem::getCode)
                .containsExactly("PHOTO", "NONE_OF_THREE");
        assertThat(returned.getNotice().getItems(1).getAnyOfList()).contains("LEASE", "LABOUR_CONTRACT");
        assertThat(returned.getNotice().getItems(1).getArticle()).contains("国务院令第663号");
        assertThat(returned.getDueOn()).isEmpty();

        SupplementResponse stillIncomplete = supplement(submitted, "PHOTO");
        assertThat(stillIncomplete.getApplication().getState())
                .as("there is no second notice")
                .isEqualTo(ApplicationState.APPLICATION_STATE_NEEDS_REVIEW);
        assertThat(stillIncomplete.getApplication().getNotice()).isEqualTo(returned.getNotice());
    }

    @Test
    void a_paper_that_no_department_has_the_fact_of_goes_to_an_officer_who_accepts_it() {
        SubmitResponse submitted = submit(open(registered()), "PHOTO", "LODGING_NOTE");
        assertThat(submitted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_NEEDS_REVIEW);

        DecideResponse accepted =
                decide(submitted.getApplication(), submitted.getEtag(), ApplicationAct.APPLICATION_ACT_ACCEPT);

        assertThat(accepted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_ACCEPTED);
        assertThat(accepted.getApplication().getDueOn()).isEqualTo("2025-07-24");
        assertThat(accepted.getApplication().getRuling().getOfficer()).isNotEmpty();
        assertThat(accepted.getDecision().getFinality()).isEqualTo(Finality.FINALITY_OVERTURNED);
        assertThat(decide(accepted.getApplication(), accepted.getEtag(), ApplicationAct.APPLICATION_ACT_ISSUE)
                        .getApplication()
                        .getState())
                .isEqualTo(ApplicationState.APPLICATION_STATE_ISSUED);
    }

    @Test
    void i02_i03_a_paper_whose_fact_is_shared_is_refused_and_says_who_has_it() {
        OpenResponse opened = open(tenant());

        Refused refused = Refused.by(() -> submit(opened, "PHOTO", "LEASE"));

        assertThat(refused.code()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(refused.reason()).isEqualTo("ALREADY_AVAILABLE");
        assertThat(refused.fields()).containsExactly("materials[1]");
        assertThat(refused.text()).contains("dwelling", "permit");
        assertThat(read(opened.getApplication()).getState()).isEqualTo(ApplicationState.APPLICATION_STATE_DRAFT);
        assertThat(Refused.by(() -> submit(opened, "PASSPORT")).reason()).isEqualTo("MATERIAL_UNKNOWN");
    }

    /** Scenario 38. */
    @Test
    void a_machines_no_waits_for_an_officer_and_a_refusal_has_officer_reason_and_article() {
        String citizen = tenant();
        hukou(citizen, "350200");
        SubmitResponse submitted = submit(open(citizen), "PHOTO");
        PermitApplication waiting = submitted.getApplication();
        assertThat(waiting.getState()).isEqualTo(ApplicationState.APPLICATION_STATE_NEEDS_REVIEW);
        assertThat(submitted.getDecision().getFinality()).isEqualTo(Finality.FINALITY_PROPOSED);

        Refused unreasoned = Refused.by(() -> officer()
                .applications()
                .decide(deciding(waiting, submitted.getEtag(), ApplicationAct.APPLICATION_ACT_REFUSE)
                        .setArticle("")
                        .build()));
        assertThat(unreasoned.reason()).isEqualTo("RULING_UNREASONED");

        DecideResponse refused = decide(waiting, submitted.getEtag(), ApplicationAct.APPLICATION_ACT_REFUSE);
        assertThat(refused.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_REFUSED);
        assertThat(refused.getApplication().getRuling().getReason()).isEqualTo("核对原件一致");
        assertThat(refused.getDecision().getFinality()).isEqualTo(Finality.FINALITY_FINAL);
        assertThat(refused.getDecision().getOfficerAct().getAct()).isEqualTo("CONFIRMED");
    }

    @Test
    void another_name_than_the_one_on_record_waits_for_an_officer() {
        OpenResponse opened =
                officer().applications().open(opening(tenant()).setName("别人").build());

        SubmitResponse submitted = submit(opened, "PHOTO");

        assertThat(submitted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_NEEDS_REVIEW);
        assertThat(submitted.getDecision().getReasonsList())
                .extracting(reason -> reason.getCode())
                .containsExactly("NAME_MISMATCH");
    }

    @Test
    void b13_who_comes_too_early_is_told_from_when() {
        String citizen = SyntheticIds.woman("1990-01-01");
        hukou(citizen, "430100");
        residence(citizen, "REGISTRATION", SIMING, "2025-05-01", "");
        dwelling(citizen, "REGISTERED_LEASE", SIMING, "2025-05-01");
        awaitNeighbours(key(citizen));

        List<MissingItem> missing =
                submit(open(citizen), "PHOTO").getApplication().getNotice().getItemsList();

        assertThat(missing).singleElement().satisfies(item -> {
            assertThat(item.getCode()).isEqualTo("RESIDENCE_TIME");
            assertThat(item.getEarliestOn()).isEqualTo("2025-11-01");
        });
    }

    private static String value(OpenResponse opened, String name) {
        return opened.getFactsList().stream()
                .filter(fact -> fact.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValueZh();
    }
}
