package onepermit.permit.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.RefusalException;
import org.junit.jupiter.api.Test;

class EndorsementTest {
    private static final LapseRules RULES = LapseRules.load();
    private static final DivisionCode XIAMEN = new DivisionCode("350203");
    private static final DivisionCode NANJING = new DivisionCode("320100");
    private static final DivisionCode SHANGHAI = new DivisionCode("310000");
    private static final LocalDate ISSUED = LocalDate.parse("2024-07-22");

    @Test
    void a_permit_is_endorsed_in_the_month_before_the_full_year() {
        ResidencePermit permit = issued(XIAMEN);

        assertThat(permit.endorsementFrom()).isEqualTo("2025-06-22");
        assertThat(endorsed(permit, "2025-06-22").endorsedTo()).isEqualTo("2026-07-22");
        assertThat(endorsed(permit, "2025-07-22").yearsCountFrom()).isEqualTo(ISSUED);
    }

    @Test
    void before_that_month_nobody_endorses() {
        assertThatThrownBy(() -> endorsed(issued(XIAMEN), "2025-06-21"))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("ENDORSEMENT_TOO_EARLY")
                .hasMessageContaining("2025-06-22 to 2025-07-22");
    }

    @Test
    void the_day_after_the_full_year_its_functions_are_suspended() {
        assertThat(status(issued(XIAMEN), "2025-07-22")).isEqualTo(PermitStatus.ACTIVE);
        assertThat(status(issued(XIAMEN), "2025-07-23")).isEqualTo(PermitStatus.SUSPENDED);
    }

    @Test
    void nationally_the_years_restart_with_a_late_endorsement() {
        ResidencePermit late = endorsed(issued(XIAMEN), "2025-08-15");

        assertThat(late.yearsCountFrom()).isEqualTo("2025-08-15");
        assertThat(late.endorsedTo()).isEqualTo("2026-08-15");
    }

    @Test
    void nanjing_gives_thirty_days_of_grace() {
        assertThat(endorsed(issued(NANJING), "2025-08-15").yearsCountFrom()).isEqualTo(ISSUED);
        assertThat(endorsed(issued(NANJING), "2025-08-15").endorsedTo()).isEqualTo("2026-07-22");
        assertThat(endorsed(issued(NANJING), "2025-09-30").yearsCountFrom()).isEqualTo("2025-09-30");
    }

    @Test
    void shanghai_restores_within_sixty_days_and_ends_the_permit_then() {
        assertThat(endorsed(issued(SHANGHAI), "2025-08-15").yearsCountFrom()).isEqualTo(ISSUED);
        assertThat(status(issued(SHANGHAI), "2025-09-30")).isEqualTo(PermitStatus.CANCELLED);
        assertThatThrownBy(() -> endorsed(issued(SHANGHAI), "2025-09-30")).hasMessageContaining("PERMIT_CANCELLED");
    }

    @Test
    void a_permit_of_the_29th_of_february_comes_back_to_it() {
        ResidencePermit permit = ResidencePermit.issued(person(), "n", XIAMEN, LocalDate.parse("2024-02-29"));

        ResidencePermit fourth = endorsed(endorsed(endorsed(permit, "2025-02-20"), "2026-02-20"), "2027-02-20");

        assertThat(fourth.endorsedTo()).isEqualTo("2028-02-29");
    }

    private static ResidencePermit issued(DivisionCode division) {
        return ResidencePermit.issued(person(), division.value() + "-2024-00000001", division, ISSUED);
    }

    private static ResidencePermit endorsed(ResidencePermit permit, String on) {
        return permit.endorsed(LocalDate.parse(on), RULES.of(permit.division()));
    }

    private static PermitStatus status(ResidencePermit permit, String on) {
        return permit.status(LocalDate.parse(on), RULES.of(permit.division()));
    }

    private static PersonKey person() {
        return PersonKey.of(new byte[PersonKey.LENGTH]);
    }
}
