package onepermit.permit.kinship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.CheckKinshipRequest;
import onepermit.permit.v1.RecordKinshipRequest;
import onepermit.permit.v1.Relation;
import org.junit.jupiter.api.Test;

class KinshipCallsTest extends PermitOffice {
    private final String child = SyntheticIds.man("2015-01-01");
    private final String mother = SyntheticIds.woman("1988-01-01");

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
        return officer()
                .kinships()
                .checkKinship(CheckKinshipRequest.newBuilder()
                        .setChildId(ofChild)
                        .setParentId(toParent)
                        .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                        .build())
                .getRelation();
    }
}
