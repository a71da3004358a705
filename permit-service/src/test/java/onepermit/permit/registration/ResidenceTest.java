package onepermit.permit.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResidenceTest {
    private static final DivisionCode SIMING = new DivisionCode("350203");
    private static final DivisionCode JIMEI = new DivisionCode("350211");

    @Test
    void who_is_registered_is_not_registered_again() {
        Residence residence = residence(registration("2024-01-01", null));

        assertThatThrownBy(() -> residence.registered(registration("2025-01-01", null)))
                .hasMessageContaining("ALREADY_REGISTERED")
                .message()
                .doesNotContain("2024", "350203");
    }

    @Test
    void an_open_work_permit_is_no_registration() {
        Residence residence = residence(period(ResidenceKind.WORK_PERMIT, "2014-01-01", null));

        assertThat(residence.registered(registration("2016-10-12", null))).hasSize(1);
    }

    @Test
    void a_registration_begins_after_the_one_before_has_ended() {
        Residence residence = residence(registration("2024-01-01", "2024-12-31"));

        assertThatThrownBy(() -> residence.registered(registration("2024-12-31", null)))
                .hasMessageContaining("PERIOD_OVERLAP");
        assertThat(residence.registered(registration("2025-01-01", null))).hasSize(1);
    }

    @Test
    void a_move_ends_one_period_the_day_before_the_next_begins() {
        Residence residence = residence(registration("2024-01-01", null));

        List<AddressPeriod> written = residence.movedTo(JIMEI, "new", LocalDate.parse("2025-03-01"));

        assertThat(written).extracting(AddressPeriod::to).containsExactly(LocalDate.parse("2025-02-28"), null);
        assertThat(written).extracting(AddressPeriod::division).containsExactly(SIMING, JIMEI);
    }

    @Test
    void who_is_not_registered_cannot_move() {
        assertThatThrownBy(() -> residence().movedTo(JIMEI, "new", LocalDate.parse("2025-03-01")))
                .hasMessageContaining("NOT_REGISTERED");
    }

    @Test
    void a_registration_does_not_end_before_it_began() {
        Residence residence = residence(registration("2024-01-01", null));

        assertThatThrownBy(() -> residence.ended(LocalDate.parse("2023-12-31"))).hasMessageContaining("DATE_ORDER");
    }

    @Test
    void a_period_never_prints_its_address() {
        assertThat(registration("2024-01-01", null).toString()).doesNotContain("Hubin");
    }

    private static Residence residence(AddressPeriod... periods) {
        return new Residence(PersonKey.of(new byte[PersonKey.LENGTH]), List.of(periods));
    }

    private static AddressPeriod registration(String from, @Nullable String to) {
        return period(ResidenceKind.REGISTRATION, from, to);
    }

    private static AddressPeriod period(ResidenceKind kind, String from, @Nullable String to) {
        return new AddressPeriod(
                SIMING, "Hubin 1", kind, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
