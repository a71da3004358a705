package onepermit.health.birth;

import static onepermit.health.Clinic.SIMING;
import static onepermit.health.Clinic.context;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.UUID;
import onepermit.exchange.load.Reject;
import onepermit.exchange.testing.Erasing;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.health.Clinic;
import onepermit.health.v1.BirthFact;
import onepermit.health.v1.BirthMatch;
import onepermit.health.v1.MatchBirthRequest;
import onepermit.health.v1.RecordBirthRequest;
import org.junit.jupiter.api.Test;

/** Births: recorded once, told as yes or no record, gone with the person. */
class BirthCallsTest {
    private final Clinic clinic = Clinic.open();
    private final String child = SyntheticIds.woman("2024-05-06");
    private final String mother = SyntheticIds.woman("1995-01-02");
    private final String father = SyntheticIds.man("1993-03-04");

    @Test
    void a_pair_is_on_record_or_it_is_not_and_nothing_else_is_told() {
        record(birth());

        assertThat(match(mother)).isEqualTo(BirthMatch.BIRTH_MATCH_ON_RECORD);
        assertThat(match(father)).isEqualTo(BirthMatch.BIRTH_MATCH_NO_RECORD);
        assertThat(match(SyntheticIds.woman("1995-01-03"))).isEqualTo(BirthMatch.BIRTH_MATCH_NO_RECORD);
    }

    @Test
    void the_father_may_be_recorded_later_and_the_fact_holds_tags_alone() throws InvalidProtocolBufferException {
        record(birth());
        assertThat(fact().getTagsCount()).isEqualTo(1);

        record(birth().setFatherId(father));

        assertThat(match(father)).isEqualTo(BirthMatch.BIRTH_MATCH_ON_RECORD);
        assertThat(fact().getTagsList())
                .hasSize(2)
                .allSatisfy(tag -> assertThat(tag.size()).isEqualTo(16));
    }

    @Test
    void a_repeat_changes_nothing_and_another_mother_is_refused() {
        RecordBirthRequest first = birth().build();
        clinic.births().recordBirth(first);
        clinic.births().recordBirth(first);
        record(birth());
        assertThat(clinic.fact("birth.record", child, "birth").version()).isEqualTo(1);

        Refused other = Refused.by(() -> record(birth().setMotherId(SyntheticIds.woman("1990-01-01"))));

        assertThat(other.reason()).isEqualTo("BIRTH_RECORDED");
        assertThat(other.fields()).containsExactly("mother_id");
    }

    @Test
    void what_cannot_be_is_refused_by_its_field() {
        assertThat(Refused.by(() -> record(birth().setMotherId(father))).reason())
                .isEqualTo("KINSHIP_SEX");
        assertThat(Refused.by(() -> record(birth().setMotherId(child))).reason())
                .isEqualTo("KINSHIP_SELF");
        Refused young = Refused.by(() -> record(birth().setFatherId(SyntheticIds.man("2024-05-06"))));
        assertThat(young.reason()).isEqualTo("KINSHIP_AGE");
        assertThat(young.fields()).containsExactly("father_id");
        assertThat(Refused.by(() -> record(birth().setDivision("350211"))).reason())
                .isEqualTo("DIVISION");
    }

    @Test
    void officers_of_other_departments_ask_under_an_agreement_for_its_purposes() {
        record(birth());

        assertThat(clinic.births("permit-officer", "permit")
                        .matchBirth(asked(mother, Purpose.PURPOSE_PERMIT_APPLICATION))
                        .getMatch())
                .isEqualTo(BirthMatch.BIRTH_MATCH_ON_RECORD);
        assertThat(clinic.births("admission-officer", "education")
                        .matchBirth(asked(mother, Purpose.PURPOSE_SCHOOL_ADMISSION))
                        .getMatch())
                .isEqualTo(BirthMatch.BIRTH_MATCH_ON_RECORD);
        assertThat(Refused.by(() -> clinic.births("permit-officer", "permit")
                                .matchBirth(asked(mother, Purpose.PURPOSE_BIRTH)))
                        .reason())
                .isEqualTo("NOT_AGREED");
    }

    @Test
    void a_file_of_births_is_taken_and_a_line_that_contradicts_is_rejected_alone() {
        String second = SyntheticIds.man("2024-06-07");
        List<String> file = List.of(
                "子女身份号码,母亲身份号码,父亲身份号码,出生登记地",
                child + "," + mother + "," + father + "," + SIMING,
                second + "," + father + ",," + SIMING,
                child + "," + SyntheticIds.woman("1990-01-01") + ",," + SIMING);

        List<Reject> rejects = clinic.load("birth", file);

        assertThat(rejects).extracting(Reject::reason).containsExactlyInAnyOrder("KINSHIP_SEX", "BIRTH_RECORDED");
        assertThat(match(father)).isEqualTo(BirthMatch.BIRTH_MATCH_ON_RECORD);
    }

    @Test
    void a_parent_who_is_erased_is_nobodys_parent_any_more() throws InvalidProtocolBufferException {
        record(birth().setFatherId(father));

        new Erasing(clinic.service, "health").erase(father);

        assertThat(match(father)).isEqualTo(BirthMatch.BIRTH_MATCH_NO_RECORD);
        assertThat(match(mother)).isEqualTo(BirthMatch.BIRTH_MATCH_ON_RECORD);
        assertThat(fact().getTagsCount()).isEqualTo(1);
    }

    private RecordBirthRequest.Builder birth() {
        return RecordBirthRequest.newBuilder()
                .setChildId(child)
                .setMotherId(mother)
                .setDivision(SIMING)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(context(Purpose.PURPOSE_BIRTH));
    }

    private void record(RecordBirthRequest.Builder birth) {
        clinic.births().recordBirth(birth.build());
    }

    private BirthMatch match(String parent) {
        return clinic.births().matchBirth(asked(parent, Purpose.PURPOSE_BIRTH)).getMatch();
    }

    private MatchBirthRequest asked(String parent, Purpose purpose) {
        return MatchBirthRequest.newBuilder()
                .setChildId(child)
                .setParentId(parent)
                .setContext(context(purpose))
                .build();
    }

    private BirthFact fact() throws InvalidProtocolBufferException {
        return BirthFact.parseFrom(clinic.fact("birth.record", child, "birth").payload());
    }
}
