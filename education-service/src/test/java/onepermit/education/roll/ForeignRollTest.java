package onepermit.education.roll;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import onepermit.education.Ground;
import onepermit.education.school.School;
import onepermit.education.school.Schools;
import onepermit.education.school.Stage;
import onepermit.education.v1.EnrolRequest;
import onepermit.education.v1.GetRollRequest;
import onepermit.education.v1.LeaveRequest;
import onepermit.education.v1.RollServiceGrpc;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.testing.Seen;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A pupil on the roll of a school in Siming, and what an officer of Jimei can tell of it. */
class ForeignRollTest {
    private final Ground ground = Ground.get();
    private final String foreign = SyntheticIds.man("2018-09-15");
    private final String unknown = SyntheticIds.man("2018-09-16");

    @BeforeEach
    void on_a_roll() {
        ground.bean(Schools.class).store(List.of(school("SM-F", "350203"), school("JM-F", "350211")));
        roll("350203").enrol(enrolling(foreign, "SM-F").build());
    }

    @Test
    void a_roll_of_another_division_reads_as_none() {
        assertAlike("OK", id -> roll("350211").getRoll(reading(id)));
        assertThat(roll("350203").getRoll(reading(foreign)).getEntriesCount()).isEqualTo(1);
    }

    @Test
    void a_pupil_of_another_division_is_taken_off_by_nobody_whatever_etag_he_guesses() {
        assertAlike("ETAG_MISMATCH", id -> roll("350211").leave(leaving(id, "v1")));
    }

    @Test
    void who_comes_from_another_division_is_enrolled_without_what_his_new_school_may_not_see() {
        String etag = roll("350203").getRoll(reading(foreign)).getEtag();
        roll("350203").leave(leaving(foreign, etag));

        var enrolled = roll("350211")
                .enrol(enrolling(foreign, "JM-F").setFrom("2026-02-01").build());

        assertThat(enrolled.getEntriesCount()).isEqualTo(2);
        assertThat(roll("350211").getRoll(reading(foreign)).getEtag()).isEqualTo(enrolled.getEtag());
        assertThat(roll("350203").getRoll(reading(foreign)).getEntriesCount()).isZero();
    }

    private void assertAlike(String start, Function<String, Message> question) {
        JdbcTemplate database = ground.bean(JdbcTemplate.class);
        Seen ofForeign = Seen.of(database, foreign, question);

        assertThat(ofForeign).isEqualTo(Seen.of(database, unknown, question));
        assertThat(ofForeign.answer()).contains(start);
        assertThat(ofForeign.leaves()).hasSize(1);
    }

    private static School school(String code, String division) {
        return new School(code, "实验小学", new DivisionCode(division), Stage.PRIMARY, 90);
    }

    private RollServiceGrpc.RollServiceBlockingStub roll(String division) {
        return ground.officer(division, RollServiceGrpc.newBlockingStub(ground.channel()));
    }

    private static EnrolRequest.Builder enrolling(String pupil, String school) {
        return EnrolRequest.newBuilder()
                .setCitizenId(pupil)
                .setSchool(school)
                .setStage("PRIMARY")
                .setFrom("2025-09-01")
                .setRequestId(UUID.randomUUID().toString())
                .setContext(context());
    }

    private static LeaveRequest leaving(String pupil, String etag) {
        return LeaveRequest.newBuilder()
                .setCitizenId(pupil)
                .setTo("2026-01-31")
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setContext(context())
                .build();
    }

    private static GetRollRequest reading(String pupil) {
        return GetRollRequest.newBuilder()
                .setCitizenId(pupil)
                .setContext(context())
                .build();
    }

    private static RequestContext context() {
        return RequestContext.newBuilder()
                .setPurpose(Purpose.PURPOSE_SCHOOL_ROLL)
                .setCaseRef("ROLL-1")
                .build();
    }
}
