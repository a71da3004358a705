package onepermit.health.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import onepermit.exchange.load.Reject;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.health.Clinic;
import onepermit.health.v1.FamilyPlanningFact;
import org.junit.jupiter.api.Test;

/** Files of the department: re-runnable, bad lines rejected alone, facts as they say. */
class FilesTest {
    private final Clinic clinic = Clinic.open();
    private final String child = SyntheticIds.man("2019-08-30");

    @Test
    void bad_doses_are_rejected_alone_and_the_same_file_again_changes_nothing() {
        List<String> file = List.of(
                "公民身份号码,疫苗,接种日期,接种单位所在地",
                child + ",乙肝,2019-08-31,350203",
                child + ",感冒,2019-09-30,350203",
                child + ",HepB,2019-08-29,350203",
                child + ",HepB,2019-08-31,350203");

        List<Reject> rejects = clinic.load("", file);
        long version =
                clinic.fact("immunisation.assessment", child, "immunisation").version();
        clinic.load("", file);

        assertThat(rejects)
                .extracting(Reject::line, Reject::reason)
                .containsExactly(tuple(3L, "CODE_UNKNOWN"), tuple(4L, "DATE_BEFORE_BIRTH"));
        assertThat(clinic.assess(child, "2021-03-01").getDosesCount()).isEqualTo(1);
        assertThat(clinic.fact("immunisation.assessment", child, "immunisation").version())
                .isEqualTo(version);
    }

    @Test
    void the_family_planning_flag_is_a_boolean_that_a_later_file_may_turn() throws InvalidProtocolBufferException {
        clinic.load("family-planning", List.of("citizen_id,compliant", child + ",否"));
        assertThat(compliant()).isFalse();

        clinic.load("family-planning", List.of("citizen_id,compliant", child + ",true"));

        assertThat(compliant()).isTrue();
    }

    private boolean compliant() throws InvalidProtocolBufferException {
        return FamilyPlanningFact.parseFrom(clinic.fact("fp.flag", child, "fp").payload())
                .getCompliant();
    }
}
