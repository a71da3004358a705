package onepermit.education.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import onepermit.education.Ground;
import onepermit.education.v1.CheckPupilRequest;
import onepermit.education.v1.EnrolRequest;
import onepermit.education.v1.ListCatchUpRequest;
import onepermit.education.v1.VaccinationCheck;
import onepermit.education.v1.VaccinationCheckServiceGrpc;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The school's check of vaccinations (scenario 26, second half): a task with two days, never a refusal. */
class SchoolCheckTest {
    private static final String HAICANG = "350205";
    private final Ground ground = Ground.get();
    private final SchoolRound round = SchoolRound.opened(ground, HAICANG, 2025, 1, 1);

    @AfterEach
    void today() {
        ground.clock().shift(Duration.ZERO);
    }

    @Test
    void scenario_26_gaps_are_noted_due_in_30_days_and_by_the_end_of_the_year_and_closed_by_the_recheck() {
        Household family = new Household(ground, 20190302);
        family.vaccinated(Household.due("DTaP", 5, 20250302), Household.due("MPSV-AC", 2, 20250302))
                .known();
        assertThat(Ground.reason(catchThrowable(() -> check(family)))).isEqualTo("NOT_ON_THIS_ROLL");
        round.rolls()
                .enrol(EnrolRequest.newBuilder()
                        .setCitizenId(family.child)
                        .setSchool(round.a)
                        .setStage("PRIMARY")
                        .setFrom("2025-09-01")
                        .setRequestId(SchoolRound.id())
                        .setContext(SchoolRound.context())
                        .build());

        VaccinationCheck gaps = check(family);
        assertThat(gaps.getResult()).isEqualTo("INCOMPLETE");
        assertThat(gaps.getMissingList()).containsExactly("DTaP5", "MPSV-AC2");
        assertThat(gaps.getCheckDue()).isEqualTo("2025-10-01");
        assertThat(gaps.getRecheckDue()).isEqualTo("2025-12-31");
        assertThat(catchUp()).extracting(VaccinationCheck::getPupilRef).containsExactly("PUPIL-7");

        ground.clock().shift(Duration.ofMinutes(30));
        assertThat(check(family).getResult()).as("what is stale says nothing").isEqualTo("PENDING");
        assertThat(catchUp()).hasSize(1);
        ground.clock().shift(Duration.ZERO);

        family.vaccinated().known();
        assertThat(check(family).getResult()).isEqualTo("COMPLETE");
        assertThat(catchUp()).isEmpty();
    }

    private VaccinationCheck check(Household family) {
        return stub().checkPupil(CheckPupilRequest.newBuilder()
                        .setCitizenId(family.child)
                        .setSchool(round.a)
                        .setRequestId(SchoolRound.id())
                        .setContext(context())
                        .build())
                .getCheck();
    }

    private java.util.List<VaccinationCheck> catchUp() {
        return stub().listCatchUp(ListCatchUpRequest.newBuilder()
                        .setSchool(round.a)
                        .setContext(context())
                        .build())
                .getChecksList();
    }

    private VaccinationCheckServiceGrpc.VaccinationCheckServiceBlockingStub stub() {
        return round.officer(VaccinationCheckServiceGrpc.newBlockingStub(ground.channel()));
    }

    private static RequestContext context() {
        return SchoolRound.context().toBuilder().setCaseRef("PUPIL-7").build();
    }
}
