package onepermit.permit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import onepermit.exchange.testing.Refused;
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

    @Test
    void every_comparison_says_in_words_what_it_found_and_names_nobody() {
        String citizen = SyntheticIds.woman("1990-01-01");
        load("person", "citizen_id,name,hukou_division", citizen + ",ＭＡＲＩＡ李𬀩,430100");

        MatchNameResponse normalised = match(citizen, "MARIA李𬀩");
        MatchNameResponse different = match(citizen, "MARIA王𬀩");

        assertThat(normalised.getMatch()).isEqualTo(NameMatch.NAME_MATCH_NORMALISED);
        assertThat(different.getMatch()).isEqualTo(NameMatch.NAME_MATCH_DIFFERENT);
        assertThat(normalised.getExplanationEn()).isNotBlank();
        assertThat(different.getExplanationZh() + different.getExplanationEn()).doesNotContain("李", "𬀩");
    }

    @Test
    void a_number_that_cannot_be_or_a_name_too_long_is_refused_and_not_repeated() {
        Refused number = Refused.by(() -> match("990101199506120118", "张三"));
        Refused name = Refused.by(() -> match(SyntheticIds.man("1990-01-01"), "长".repeat(201)));
        Refused none = Refused.by(() -> match(SyntheticIds.man("1990-01-01"), ""));

        assertThat(number.fields()).containsExactly("citizen_id");
        assertThat(number.text()).doesNotContain("990101199506120118");
        assertThat(name.fields()).containsExactly("name");
        assertThat(none.fields()).containsExactly("name");
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
