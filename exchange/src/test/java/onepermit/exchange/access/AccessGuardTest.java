package onepermit.exchange.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessGuardTest {
    private static final RequestContext CONTEXT = RequestContext.newBuilder()
            .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
            .setCaseRef("SM-1")
            .build();

    private final AccessGuard guard = new AccessGuard("education", null);

    @Test
    void an_officer_of_the_city_may_look_into_its_districts() {
        assertThatCode(() -> check("supervisor", "350200", "350203")).doesNotThrowAnyException();
    }

    @Test
    void an_officer_of_another_district_or_of_none_may_not() {
        assertThat(refused("admission-officer", "350205")).isEqualTo("DIVISION");
        assertThat(refused("admission-officer", null)).isEqualTo("DIVISION");
    }

    @Test
    void a_service_is_bound_to_no_place() {
        assertThatCode(() -> check("service", null, "350203")).doesNotThrowAnyException();
    }

    @Test
    void a_record_is_whose_division_holds_one_that_it_names() {
        assertThat(owns("permit-officer", "350200", "110000", "350203")).isTrue();
        assertThat(owns("permit-officer", "350205", "110000", "350203")).isFalse();
        assertThat(owns("permit-officer", "350205")).isFalse();
        assertThat(owns("service", null, "350203")).isTrue();
    }

    @Test
    void who_should_have_a_division_and_has_none_is_told_so_whoever_is_asked_for() {
        for (String[] divisions : new String[][] {{}, {"350203"}}) {
            assertThat(catchThrowableOfType(RefusalException.class, () -> owns("supervisor", null, divisions))
                            .refusal()
                            .reason())
                    .isEqualTo("DIVISION");
        }
    }

    private boolean owns(String role, @Nullable String division, String... named) {
        return guard.owns(
                caller(role, division), Stream.of(named).map(DivisionCode::new).toList());
    }

    private String refused(String role, @Nullable String division) {
        return catchThrowableOfType(RefusalException.class, () -> check(role, division, "350203"))
                .refusal()
                .reason();
    }

    private void check(String role, @Nullable String division, String asked) {
        guard.check(caller(role, division), CONTEXT, new DivisionCode(asked));
    }

    private static Caller caller(String role, @Nullable String division) {
        return new Caller("officer-1", role, "education", division == null ? null : new DivisionCode(division), "c");
    }
}
