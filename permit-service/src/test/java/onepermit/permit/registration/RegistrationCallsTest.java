package onepermit.permit.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import java.util.UUID;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.ChangeAddressRequest;
import onepermit.permit.v1.CorrectPeriodRequest;
import onepermit.permit.v1.EndRegistrationRequest;
import onepermit.permit.v1.GetResidenceRequest;
import onepermit.permit.v1.RegisterRequest;
import onepermit.permit.v1.RegisterResponse;
import onepermit.permit.v1.ResidenceFact;
import onepermit.permit.v1.ResidencePeriod;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class RegistrationCallsTest extends PermitOffice {
    @Test
    void a_registration_moves_and_ends() {
        String citizen = SyntheticIds.man("1990-01-01");

        RegisterResponse registered =
                officer().registrations().register(registration(citizen).build());
        var moved = officer()
                .registrations()
                .changeAddress(move(citizen, registered.getEtag()).build());
        var ended = officer()
                .registrations()
                .endRegistration(end(citizen, moved.getEtag()).build());
        var read = officer().registrations().getResidence(reading(citizen));

        assertThat(ended.getPeriodsList())
                .extracting(ResidencePeriod::getDivision, ResidencePeriod::getFrom, ResidencePeriod::getTo)
                .containsExactly(
                        tuple("350203", "2025-01-06", "2025-02-28"), tuple("350211", "2025-03-01", "2025-06-30"));
        assertThat(read.getPeriodsList()).isEqualTo(ended.getPeriodsList());
        assertThat(read.getEtag()).isEqualTo(ended.getEtag());
    }

    @Test
    void what_is_published_has_divisions_and_dates_and_no_address() throws InvalidProtocolBufferException {
        String citizen = SyntheticIds.man("1990-01-01");
        officer().registrations().register(registration(citizen).build());

        FactRow fact = service()
                .bean(Facts.class)
                .current("residence.registration", key(citizen), "residence")
                .orElseThrow();

        assertThat(fact.version()).isEqualTo(1);
        ResidenceFact residence = ResidenceFact.parseFrom(fact.payload());
        assertThat(residence.getPeriodsList()).singleElement().satisfies(period -> {
            assertThat(period.getDivision()).isEqualTo("350203");
            assertThat(period.getFrom()).isEqualTo(20250106);
        });
        assertThat(residence.toString()).doesNotContain("synthetic road");
    }

    @Test
    void a_request_sent_twice_registers_once() {
        String citizen = SyntheticIds.man("1990-01-01");
        RegisterRequest request = registration(citizen).build();

        RegisterResponse first = officer().registrations().register(request);
        RegisterResponse again = officer().registrations().register(request);

        assertThat(again).isEqualTo(first);
        assertThat(service().bean(Facts.class).current("residence.registration", key(citizen), "residence"))
                .map(FactRow::version)
                .contains(1L);
    }

    @Test
    void a_request_id_used_for_something_else_is_refused() {
        RegisterRequest.Builder request = registration(SyntheticIds.man("1990-01-01"));
        officer().registrations().register(request.build());

        Refused refused = Refused.by(() -> officer()
                .registrations()
                .register(request.setAddress("synthetic road 9").build()));

        assertThat(refused.reason()).isEqualTo("REQUEST_ID_REUSED");
        assertThat(refused.code()).isEqualTo(Code.ALREADY_EXISTS);
    }

    @Test
    void an_old_etag_changes_nothing() {
        String citizen = SyntheticIds.man("1990-01-01");
        RegisterResponse registered =
                officer().registrations().register(registration(citizen).build());
        officer()
                .registrations()
                .changeAddress(move(citizen, registered.getEtag()).build());

        Refused refused = Refused.by(() -> officer()
                .registrations()
                .endRegistration(end(citizen, registered.getEtag()).build()));

        assertThat(refused.code()).isEqualTo(Code.ABORTED);
        assertThat(refused.reason()).isEqualTo("ETAG_MISMATCH");
    }

    @Test
    void a_first_day_that_was_recorded_wrongly_is_corrected_and_the_registration_before_it_follows() throws Exception {
        String citizen = SyntheticIds.man("1990-01-01");
        RegisterResponse registered =
                officer().registrations().register(registration(citizen).build());
        String etag = officer()
                .registrations()
                .changeAddress(move(citizen, registered.getEtag()).build())
                .getEtag();

        var corrected = officer()
                .registrations()
                .correctPeriod(
                        correction(citizen, etag, "2025-03-01", "2025-03-10").build());

        assertThat(corrected.getPeriodsList())
                .extracting(ResidencePeriod::getDivision, ResidencePeriod::getFrom, ResidencePeriod::getTo)
                .containsExactly(tuple("350203", "2025-01-06", "2025-03-09"), tuple("350211", "2025-03-10", ""));
        FactRow fact = service()
                .bean(Facts.class)
                .current("residence.registration", key(citizen), "residence")
                .orElseThrow();
        assertThat(ResidenceFact.parseFrom(fact.payload()).getPeriods(1).getFrom())
                .isEqualTo(20250310);
        assertThat(Refused.by(() -> officer()
                                .registrations()
                                .correctPeriod(correction(citizen, corrected.getEtag(), "2025-03-01", "2025-03-05")
                                        .build()))
                        .reason())
                .isEqualTo("PERIOD_NOT_FOUND");
        assertThat(Refused.by(() -> officer()
                                .registrations()
                                .correctPeriod(correction(citizen, corrected.getEtag(), "2025-03-10", "2025-01-06")
                                        .build()))
                        .reason())
                .as("the registration before it would have no day left")
                .isEqualTo("DATE_ORDER");
    }

    private static CorrectPeriodRequest.Builder correction(String citizen, String etag, String recorded, String from) {
        return CorrectPeriodRequest.newBuilder()
                .setCitizenId(citizen)
                .setDivision("350211")
                .setRecordedFrom(recorded)
                .setFrom(from)
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION));
    }

    @Test
    void who_is_registered_is_told_so() {
        String citizen = SyntheticIds.man("1990-01-01");
        officer().registrations().register(registration(citizen).build());

        Refused refused = Refused.by(
                () -> officer().registrations().register(registration(citizen).build()));

        assertThat(refused.code()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(refused.reason()).isEqualTo("ALREADY_REGISTERED");
        assertThat(refused.text()).doesNotContain(citizen);
    }

    @Test
    void another_name_than_on_record_is_refused_and_a_variant_is_not() {
        String citizen = SyntheticIds.woman("1990-01-01");
        officer().registrations().register(registration(citizen).setName("吕䶮").build());
        officer()
                .registrations()
                .endRegistration(end(citizen, etag(citizen)).setTo("2025-02-01").build());

        Refused refused = Refused.by(() -> officer()
                .registrations()
                .register(registration(citizen)
                        .setName("王五")
                        .setFrom("2025-03-01")
                        .build()));
        RegisterResponse variant = officer()
                .registrations()
                .register(registration(citizen)
                        .setName("吕?")
                        .setFrom("2025-03-01")
                        .build());

        assertThat(refused.reason()).isEqualTo("NAME_MISMATCH");
        assertThat(refused.fields()).containsExactly("name");
        assertThat(refused.text()).doesNotContain("䶮").doesNotContain("王五");
        assertThat(variant.getPeriodsCount()).isEqualTo(2);
    }

    @Test
    void every_look_is_on_record_even_one_that_finds_nothing() {
        String nobody = SyntheticIds.man("1990-01-01");
        long before = leaves();

        Refused refused = Refused.by(() -> officer().registrations().getResidence(reading(nobody)));

        assertThat(refused.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(refused.reason()).isEqualTo("RESIDENCE_NOT_FOUND");
        assertThat(leaves()).isEqualTo(before + 1);
    }

    @Test
    void a_refused_request_stores_nothing() {
        String citizen = SyntheticIds.man("1990-01-01");

        Refused refused = Refused.by(() -> officer()
                .registrations()
                .register(registration(citizen).setFrom("1989-12-31").build()));

        assertThat(refused.reason()).isEqualTo("DATE_BEFORE_BIRTH");
        assertThat(service().bean(Facts.class).current("residence.registration", key(citizen), "residence"))
                .isEmpty();
        assertThat(service().bean(Facts.class).current("name.tag", key(citizen), "name"))
                .isEmpty();
    }

    static RegisterRequest.Builder registration(String citizen) {
        return RegisterRequest.newBuilder()
                .setCitizenId(citizen)
                .setName("张三")
                .setDivision("350203")
                .setAddress("synthetic road 1")
                .setFrom("2025-01-06")
                .setRequestId(UUID.randomUUID().toString())
                .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION));
    }

    private static ChangeAddressRequest.Builder move(String citizen, String etag) {
        return ChangeAddressRequest.newBuilder()
                .setCitizenId(citizen)
                .setDivision("350211")
                .setAddress("synthetic road 2")
                .setFrom("2025-03-01")
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION));
    }

    private static EndRegistrationRequest.Builder end(String citizen, String etag) {
        return EndRegistrationRequest.newBuilder()
                .setCitizenId(citizen)
                .setTo("2025-06-30")
                .setReason("MOVED_AWAY")
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION));
    }

    private static GetResidenceRequest reading(String citizen) {
        return GetResidenceRequest.newBuilder()
                .setCitizenId(citizen)
                .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                .build();
    }

    private String etag(String citizen) {
        return officer().registrations().getResidence(reading(citizen)).getEtag();
    }

    private long leaves() {
        Long leaves = service().bean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM ledger_leaf", Long.class);
        return leaves == null ? 0 : leaves;
    }
}
