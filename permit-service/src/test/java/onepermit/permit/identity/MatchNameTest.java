package onepermit.permit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.MatchNameRequest;
import onepermit.permit.v1.MatchNameResponse;
import onepermit.permit.v1.NameMatch;
import org.junit.jupiter.api.Test;

class MatchNameTest extends PermitOffice {

    @Test
    void a_name_is_compared_and_never_given_away() {
        String citizen = SyntheticIds.woman("1990-01-01");
        load("person", "citizen_id,name,hukou_division", citizen + ",买买提·艾䶮,430100");

        assertThat(match(citizen, "买买提·艾䶮").getMatch()).isEqualTo(NameMatch.NAME_MATCH_EXACT);
        assertThat(match(citizen, "买买提・艾䶮").getMatch()).isEqualTo(NameMatch.NAME_MATCH_NORMALISED);
        MatchNameResponse variant = match(citizen, "买买提·艾?");
        assertThat(variant.getMatch()).isEqualTo(NameMatch.NAME_MATCH_VARIANT);
        assertThat(variant.getExplanationZh()).contains("生僻字").doesNotContain("䶮");
        assertThat(match(citizen, "王五").getMatch()).isEqualTo(NameMatch.NAME_MATCH_DIFFERENT);
        assertThat(match(SyntheticIds.man("1990-01-01"), "王五").getMatch()).isEqualTo(NameMatch.NAME_MATCH_NO_RECORD);
    }

    private MatchNameResponse match(String citizen, String name) {
        return officer()
                .names()
                .matchName(MatchNameRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setName(name)
                        .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                        .build());
    }
}
