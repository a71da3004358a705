package onepermit.permit.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.Reason;
import onepermit.permit.v1.ApplicationState;
import onepermit.permit.v1.FilerKind;
import onepermit.permit.v1.MissingItem;
import onepermit.permit.v1.SubmitResponse;
import org.junit.jupiter.api.Test;

/** Who may file for somebody else: kinship and employment by data, never by a journey. */
class FilingByOthersTest extends Window {
    private static final String EMPLOYER = "91990101MA0000007H";
    private static final String OTHER_EMPLOYER = "91990101MA0000015C";

    /** Scenario 6. */
    @Test
    void b14_a_son_on_record_files_for_his_mother_who_cannot_come() {
        String mother = mother();
        String son = host();
        load("kinship", "child_id,parent_id,relation", son + "," + mother + ",MOTHER");

        SubmitResponse submitted = filed(mother, son);

        assertThat(submitted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_ACCEPTED);
        assertThat(submitted.getApplication().getFiler()).isEqualTo(FilerKind.FILER_KIND_RELATIVE);
    }

    /** Scenario 6, where no hukou book has the two. */
    @Test
    void b14_a_birth_record_shows_a_kinship_that_no_hukou_book_has() {
        String mother = mother();
        String son = host();
        neighbours().bears(key(son), 2, key(mother));
        awaitFacts(key(son), "birth.record", 1);

        SubmitResponse submitted = filed(mother, son);

        assertThat(submitted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_ACCEPTED);
        assertThat(submitted.getDecision().getEvidenceList())
                .filteredOn(evidence -> evidence.getDataset().equals("birth.record"))
                .extracting(Evidence::getSource, Evidence::getValueZh)
                .contains(tuple("health", "出生记录中的父母子女关系"));
    }

    @Test
    void b14_without_a_record_of_kinship_a_declaration_and_an_officer_do_and_nobody_is_sent_home() {
        SubmitResponse submitted = filed(mother(), host());

        assertThat(submitted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_RETURNED);
        assertThat(submitted.getApplication().getNotice().getItemsList())
                .extracting(MissingItem::getCode)
                .containsExactly("KINSHIP_NOT_ON_RECORD", "FILER_KINSHIP_NOT_ON_RECORD");
        assertThat(submitted.getApplication().getNotice().getItems(0).getTextZh())
                .contains("不需要回原籍");
        assertThat(supplement(submitted, "DECLARATION").getApplication().getState())
                .isEqualTo(ApplicationState.APPLICATION_STATE_NEEDS_REVIEW);
    }

    @Test
    void a_child_under_16_does_not_file_alone() {
        String child = SyntheticIds.woman("2012-01-01");
        hukou(child, "430100");
        residence(child, "REGISTRATION", SIMING, "2024-01-06", "");
        dwelling(child, "REGISTERED_LEASE", SIMING, "2024-01-06");
        awaitNeighbours(key(child));

        SubmitResponse submitted = submit(open(child), "PHOTO");

        assertThat(submitted.getApplication().getState()).isEqualTo(ApplicationState.APPLICATION_STATE_NEEDS_REVIEW);
        assertThat(submitted.getDecision().getReasonsList())
                .extracting(Reason::getCode)
                .containsExactly("GUARDIAN_FILES");
    }

    @Test
    void j11_an_employer_files_for_its_own_insured_staff_only() {
        String worker = registered();
        neighbours().employs(key(worker), SIMING, 20250101, EMPLOYER);
        awaitFacts(key(worker), "employment.current", 1);

        Refused foreign = Refused.by(() -> officer()
                .applications()
                .open(opening(worker)
                        .setFiler(FilerKind.FILER_KIND_EMPLOYER)
                        .setEmployer(OTHER_EMPLOYER)
                        .build()));
        var own = officer()
                .applications()
                .open(opening(worker)
                        .setFiler(FilerKind.FILER_KIND_EMPLOYER)
                        .setEmployer(EMPLOYER)
                        .build());

        assertThat(foreign.code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(foreign.reason()).isEqualTo("NOT_INSURED_BY_EMPLOYER");
        assertThat(submit(own, "PHOTO").getApplication().getState())
                .isEqualTo(ApplicationState.APPLICATION_STATE_ACCEPTED);
    }

    @Test
    void a_filer_is_named_by_the_kind_of_filer() {
        String worker = registered();

        assertThat(Refused.by(() -> officer()
                                .applications()
                                .open(opening(worker).setEmployer(EMPLOYER).build()))
                        .reason())
                .isEqualTo("FILER_KIND");
        assertThat(Refused.by(() -> officer()
                                .applications()
                                .open(opening(worker)
                                        .setFiler(FilerKind.FILER_KIND_EMPLOYER)
                                        .build()))
                        .reason())
                .isEqualTo("EMPLOYER_MISSING");
        assertThat(Refused.by(() -> officer()
                                .applications()
                                .open(opening(worker)
                                        .setFiler(FilerKind.FILER_KIND_RELATIVE)
                                        .setRelativeId(worker)
                                        .build()))
                        .reason())
                .isEqualTo("RELATIVE_IS_APPLICANT");
    }

    private String mother() {
        String mother = SyntheticIds.woman("1954-03-15");
        hukou(mother, "430100");
        residence(mother, "REGISTRATION", SIMING, "2025-01-06", "");
        awaitNeighbours(key(mother));
        return mother;
    }

    private String host() {
        String son = SyntheticIds.man("1982-07-17");
        hukou(son, "430100");
        dwelling(son, "OWNED", SIMING, "2018-01-01");
        return son;
    }

    private SubmitResponse filed(String mother, String son) {
        return submit(
                officer()
                        .applications()
                        .open(opening(mother)
                                .setHostId(son)
                                .setFiler(FilerKind.FILER_KIND_RELATIVE)
                                .setRelativeId(son)
                                .setCannotCome(true)
                                .build()),
                "PHOTO");
    }
}
