package onepermit.permit.kinship;

import static org.assertj.core.api.Assertions.assertThat;

import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.Relation;
import onepermit.exchange.rpc.Refusal;
import org.junit.jupiter.api.Test;

class KinshipClaimTest {
    private static final CitizenId MOTHER = new CitizenId("990104195403150066");
    private static final CitizenId SON = new CitizenId("990106198207170058");

    @Test
    void a_mother_may_have_a_son() {
        assertThat(new KinshipClaim(SON, Relation.MOTHER, MOTHER).refusal()).isEmpty();
    }

    @Test
    void a_woman_is_nobodys_father() {
        assertThat(new KinshipClaim(SON, Relation.FATHER, MOTHER).refusal())
                .map(Refusal::reason)
                .contains("KINSHIP_SEX");
    }

    @Test
    void a_child_is_born_after_its_parent() {
        assertThat(new KinshipClaim(MOTHER, Relation.FATHER, SON).refusal())
                .map(Refusal::reason)
                .contains("KINSHIP_AGE");
    }

    @Test
    void nobody_is_his_own_parent() {
        assertThat(new KinshipClaim(SON, Relation.FATHER, SON).refusal())
                .map(Refusal::reason)
                .contains("KINSHIP_SELF");
    }
}
