package onepermit.permit.kinship;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.UUID;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.CheckKinshipRequest;
import onepermit.permit.v1.KinshipServiceGrpc;
import onepermit.permit.v1.KinshipServiceGrpc.KinshipServiceBlockingStub;
import onepermit.permit.v1.RecordKinshipRequest;
import onepermit.permit.v1.Relation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KinshipCallsTest extends PermitOffice {
    private final String child = SyntheticIds.man("2015-01-01");
    private final String mother = SyntheticIds.woman("1988-01-01");

    @BeforeEach
    void theMotherIsRegistered() {
        load("residence", "citizen_id,division,address,kind,from,to", mother + ",350203,,REGISTRATION,2020-01-01,");
    }

    @Test
    void a_kinship_is_recorded_where_one_of_both_is_registered_and_nowhere_else() {
        Refused elsewhere =
                Refused.by(() -> officerOf("110000").kinships().recordKinship(recording(Relation.RELATION_MOTHER)));
        Refused nobody =
                refused(recording(Relation.RELATION_MOTHER).toBuilder().setParentId(SyntheticIds.woman("1988-01-01")));

        assertThat(elsewhere.reason()).isEqualTo("NOT_ON_RECORD");
        assertThat(elsewhere.text()).isEqualTo(nobody.text());
        officerOf("350203").kinships().recordKinship(recording(Relation.RELATION_MOTHER));
        assertThat(relation(child, mother)).isEqualTo(Relation.RELATION_MOTHER);
    }

    @Test
    void a_recorded_kinship_is_answered_for_the_pair_and_for_no_other() {
        officer().kinships().recordKinship(recording(Relation.RELATION_MOTHER));

        assertThat(relation(child, mother)).isEqualTo(Relation.RELATION_MOTHER);
        assertThat(relation(mother, child)).isEqualTo(Relation.RELATION_UNSPECIFIED);
        assertThat(relation(child, SyntheticIds.woman("1988-01-01"))).isEqualTo(Relation.RELATION_UNSPECIFIED);
    }

    @Test
    void a_relation_that_does_not_fit_the_sex_is_refused_without_naming_anybody() {
        Refused refused = Refused.by(() -> officer().kinships().recordKinship(recording(Relation.RELATION_FATHER)));

        assertThat(refused.reason()).isEqualTo("KINSHIP_SEX");
        assertThat(refused.fields()).containsExactly("parent_id");
        assertThat(refused.text()).doesNotContain(mother);
    }

    @Test
    void the_same_kinship_recorded_again_or_sent_twice_stays_as_it_is() {
        RecordKinshipRequest recording = recording(Relation.RELATION_MOTHER);
        officer().kinships().recordKinship(recording);
        long version = version();

        officer().kinships().recordKinship(recording);
        officer().kinships().recordKinship(recording(Relation.RELATION_MOTHER));

        assertThat(version()).isEqualTo(version);
        assertThat(relation(child, mother)).isEqualTo(Relation.RELATION_MOTHER);
    }

    @Test
    void a_request_id_used_for_another_pair_is_refused() {
        RecordKinshipRequest recording = recording(Relation.RELATION_MOTHER);
        officer().kinships().recordKinship(recording);

        Refused refused = refused(recording.toBuilder().setChildId(SyntheticIds.man("2016-01-01")));

        assertThat(refused.code()).isEqualTo(Status.Code.ALREADY_EXISTS);
        assertThat(refused.reason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void what_cannot_be_is_refused_with_its_own_reason_and_stores_nothing() {
        RecordKinshipRequest recording = recording(Relation.RELATION_MOTHER);

        assertThat(refused(recording.toBuilder().setParentId(child)).reason()).isEqualTo("KINSHIP_SELF");
        assertThat(refused(recording.toBuilder().setParentId(SyntheticIds.woman("2020-01-01")))
                        .reason())
                .isEqualTo("KINSHIP_AGE");
        assertThat(refused(recording.toBuilder().setRelationValue(9)).reason()).isEqualTo("ENUM_UNKNOWN");
        assertThat(refused(recording.toBuilder().clearRelation()).fields()).containsExactly("relation");
        assertThat(refused(recording.toBuilder().setParentId("990101199506120118"))
                        .fields())
                .containsExactly("parent_id");
        assertThat(refused(recording.toBuilder().setRequestId("1")).fields()).containsExactly("request_id");
        assertThat(relation(child, mother)).isEqualTo(Relation.RELATION_UNSPECIFIED);
    }

    @Test
    void two_people_registered_in_another_division_look_like_two_without_a_record() {
        officer().kinships().recordKinship(recording(Relation.RELATION_MOTHER));
        load("residence", "citizen_id,division,address,kind,from,to", child + ",350203,,REGISTRATION,2020-01-01,");

        assertThat(relation(officer(), child, mother)).isEqualTo(Relation.RELATION_MOTHER);
        assertThat(relation(officerOf("110000"), child, mother)).isEqualTo(Relation.RELATION_UNSPECIFIED);
    }

    @Test
    void an_officer_of_another_department_asks_under_an_agreement_for_the_purpose() {
        officer().kinships().recordKinship(recording(Relation.RELATION_MOTHER));
        KinshipServiceBlockingStub admission = service()
                .as(
                        "admission-officer",
                        "education",
                        "350203",
                        KinshipServiceGrpc.newBlockingStub(service().channel()));

        assertThat(admission
                        .checkKinship(checking(child, mother, Purpose.PURPOSE_SCHOOL_ADMISSION))
                        .getRelation())
                .isEqualTo(Relation.RELATION_MOTHER);
        assertThat(Refused.by(() -> admission.checkKinship(checking(child, mother, Purpose.PURPOSE_PERMIT_APPLICATION)))
                        .reason())
                .isEqualTo("NOT_AGREED");
    }

    private Refused refused(RecordKinshipRequest.Builder recording) {
        return Refused.by(() -> officer().kinships().recordKinship(recording.build()));
    }

    private long version() {
        return service()
                .bean(Facts.class)
                .current("hukou.kinship", key(child), "kinship")
                .orElseThrow()
                .version();
    }

    private RecordKinshipRequest recording(Relation relation) {
        return RecordKinshipRequest.newBuilder()
                .setChildId(child)
                .setParentId(mother)
                .setRelation(relation)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                .build();
    }

    private Relation relation(String ofChild, String toParent) {
        return relation(officer(), ofChild, toParent);
    }

    private static Relation relation(Officer officer, String ofChild, String toParent) {
        return officer.kinships()
                .checkKinship(checking(ofChild, toParent, Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                .getRelation();
    }

    private static CheckKinshipRequest checking(String ofChild, String toParent, Purpose purpose) {
        return CheckKinshipRequest.newBuilder()
                .setChildId(ofChild)
                .setParentId(toParent)
                .setContext(Officer.context(purpose))
                .build();
    }
}
