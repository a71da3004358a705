package onepermit.permit.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import java.util.UUID;
import java.util.function.Function;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.Seen;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.ChangeAddressRequest;
import onepermit.permit.v1.EndRegistrationRequest;
import onepermit.permit.v1.GetResidenceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody registered in Siming, and what an officer of Jimei can tell of it. */
class ForeignResidenceTest extends PermitOffice {
    private final Officer siming = officerOf("350203");
    private final Officer jimei = officerOf("350211");
    private final String foreign = SyntheticIds.man("1990-01-01");
    private final String unknown = SyntheticIds.man("1990-01-02");

    @BeforeEach
    void registered() {
        siming.registrations()
                .register(RegistrationCallsTest.registration(foreign).build());
    }

    @Test
    void a_residence_of_another_division_reads_as_none() {
        assertAlike("RESIDENCE_NOT_FOUND", id -> jimei.registrations().getResidence(reading(id)));
        assertThat(siming.registrations().getResidence(reading(foreign)).getPeriodsCount())
                .isEqualTo(1);
    }

    @Test
    void a_registration_in_another_division_is_ended_by_nobody_whatever_etag_he_guesses() {
        assertAlike("ETAG_MISMATCH", id -> jimei.registrations().endRegistration(ending(id)));
    }

    @Test
    void who_moves_here_is_moved_by_an_officer_who_sees_him_from_then_on() {
        Refused refused = Refused.by(() -> jimei.registrations()
                .register(RegistrationCallsTest.registration(foreign)
                        .setDivision("350211")
                        .build()));
        assertThat(refused.reason()).isEqualTo("ALREADY_REGISTERED");
        assertThat(refused.text()).doesNotContain("2025", "350203");

        var moved = jimei.registrations().changeAddress(moving(foreign, "").build());

        assertThat(moved.getPeriodsCount()).isEqualTo(2);
        assertThat(jimei.registrations().getResidence(reading(foreign)).getEtag())
                .isEqualTo(moved.getEtag());
        assertThat(siming.registrations().getResidence(reading(foreign)).getPeriodsCount())
                .isEqualTo(2);
        assertThat(Refused.by(() -> siming.registrations()
                                .endRegistration(ending(foreign).toBuilder()
                                        .setEtag(moved.getEtag())
                                        .build()))
                        .reason())
                .isEqualTo("DIVISION");
    }

    @Test
    void who_sees_a_residence_moves_it_only_as_he_has_read_it() {
        assertThat(Refused.by(() -> officerOf("350200")
                                .registrations()
                                .changeAddress(moving(foreign, "").build()))
                        .reason())
                .isEqualTo("ETAG_MISSING");
        assertThat(Refused.by(() -> jimei.registrations()
                                .changeAddress(moving(unknown, "").build()))
                        .reason())
                .isEqualTo("NOT_REGISTERED");
    }

    @Test
    void what_a_refused_change_told_is_on_record() {
        Seen seen = Seen.of(
                database(),
                foreign,
                id -> siming.registrations()
                        .register(RegistrationCallsTest.registration(id).build()));

        assertThat(seen.answer()).contains("ALREADY_REGISTERED");
        assertThat(seen.leaves())
                .singleElement()
                .satisfies(leaf -> assertThat(leaf.getMethod()).endsWith("RegistrationService/Register"));
    }

    private void assertAlike(String reason, Function<String, Message> question) {
        Seen ofForeign = Seen.of(database(), foreign, question);

        assertThat(ofForeign).isEqualTo(Seen.of(database(), unknown, question));
        assertThat(ofForeign.answer()).contains(reason);
        assertThat(ofForeign.leaves()).hasSize(1);
    }

    private JdbcTemplate database() {
        return service().bean(JdbcTemplate.class);
    }

    private static GetResidenceRequest reading(String citizen) {
        return GetResidenceRequest.newBuilder()
                .setCitizenId(citizen)
                .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                .build();
    }

    private static EndRegistrationRequest ending(String citizen) {
        return EndRegistrationRequest.newBuilder()
                .setCitizenId(citizen)
                .setTo("2025-06-30")
                .setReason("MOVED_AWAY")
                .setRequestId(UUID.randomUUID().toString())
                .setEtag("v1")
                .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                .build();
    }

    private static ChangeAddressRequest.Builder moving(String citizen, String etag) {
        return ChangeAddressRequest.newBuilder()
                .setCitizenId(citizen)
                .setDivision("350211")
                .setAddress("synthetic road 3")
                .setFrom("2025-03-01")
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION));
    }
}
