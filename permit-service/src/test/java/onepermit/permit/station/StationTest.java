package onepermit.permit.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.BookRequest;
import onepermit.permit.v1.BookResponse;
import onepermit.permit.v1.CallNextRequest;
import onepermit.permit.v1.CancelAppointmentRequest;
import onepermit.permit.v1.FindSlotsRequest;
import onepermit.permit.v1.ListStationsRequest;
import onepermit.permit.v1.Slot;
import onepermit.permit.v1.StationServiceGrpc;
import onepermit.permit.v1.TakeNumberRequest;
import onepermit.permit.v1.TakeNumberResponse;
import org.junit.jupiter.api.Test;

/** Where and when people come. Each test has a city of its own, so that it counts its stations alone. */
class StationTest extends PermitOffice {
    private static final String TOMORROW = LocalDate.now().plusDays(1).toString();

    /** Scenario 10, B06. */
    @Test
    void b06_a_full_day_is_never_booked_over_and_the_next_free_slots_of_the_city_are_offered() throws Exception {
        String full = station("990101", 20, "114.30,30.55");
        String near = station("990101", 40, "114.31,30.55");
        String far = station("990102", 40, "114.37,30.88");

        List<BookResponse> answers = atOnce(30, () -> book(SyntheticIds.man("1990-01-01"), full, TOMORROW));

        assertThat(answers.stream().filter(BookResponse::hasAppointment)).hasSize(20);
        assertThat(answers.stream().filter(answer -> !answer.hasAppointment()))
                .hasSize(10)
                .allSatisfy(answer -> {
                    assertThat(answer.getOffersList())
                            .extracting(Slot::getStation)
                            .startsWith(near, far);
                    assertThat(answer.getOffers(0).getDay()).isEqualTo(TOMORROW);
                    assertThat(answer.getOffers(0).getDistanceMetres()).isBetween(800, 1100);
                });
        assertThat(slots("990100", full))
                .filteredOn(slot -> slot.getDay().equals(TOMORROW))
                .extracting(Slot::getStation)
                .containsExactly(near, far);
    }

    @Test
    void a_person_has_one_appointment_and_a_cancelled_one_is_free_for_another() {
        String station = station("420600", 1, "");
        String citizen = SyntheticIds.woman("1990-01-01");
        BookResponse booked = book(citizen, station, TOMORROW);

        assertThat(Refused.by(() -> book(citizen, station, TOMORROW)).reason()).isEqualTo("APPOINTMENT_OPEN");
        cancel(citizen, booked.getAppointment().getId());

        assertThat(book(SyntheticIds.man("1990-01-01"), station, TOMORROW).hasAppointment())
                .isTrue();
        assertThat(Refused.by(() -> cancel(citizen, booked.getAppointment().getId()))
                        .reason())
                .isEqualTo("APPOINTMENT_NOT_FOUND");
    }

    /** B01. */
    @Test
    void b01_number_61_comes_back_in_the_afternoon() throws Exception {
        String station = station("350206", 120, "");

        List<TakeNumberResponse> numbers = atOnce(61, () -> takeNumber(station, UUID.randomUUID()));

        assertThat(numbers)
                .extracting(TakeNumberResponse::getNumber)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 61).boxed().toList());
        assertThat(numbers.stream().filter(n -> n.getHalfDay().equals("AFTERNOON")))
                .singleElement()
                .satisfies(last -> assertThat(last.getNumber()).isEqualTo(61));
    }

    /** Scenario 8, B16. */
    @Test
    void b16_people_are_served_in_the_order_in_which_they_come_and_whose_staff_they_are_has_no_field() {
        String station = station("350211", 20, "");
        UUID request = UUID.randomUUID();
        assertThat(takeNumber(station, request).getNumber()).isEqualTo(1);
        assertThat(takeNumber(station, request).getNumber())
                .as("a repeated request takes no second number")
                .isEqualTo(1);
        assertThat(takeNumber(station, UUID.randomUUID()).getNumber()).isEqualTo(2);

        assertThat(callNext(station)).isEqualTo(1);
        assertThat(callNext(station)).isEqualTo(2);
        assertThat(Refused.by(() -> callNext(station)).reason()).isEqualTo("QUEUE_EMPTY");
        assertThat(inputs())
                .noneMatch(name -> name.contains("employer") || name.contains("owner") || name.contains("priority"));
    }

    /** J09, J10. */
    @Test
    void j09_j10_a_park_has_its_own_point_and_who_cannot_come_is_visited() {
        String station = station("440300", 20, "");

        assertThat(officer()
                        .stations()
                        .listStations(ListStationsRequest.newBuilder()
                                .setDivision("440300")
                                .build())
                        .getStationsList())
                .extracting(onepermit.permit.v1.Station::getChannel)
                .containsOnly("INDUSTRIAL_PARK");
        BookRequest visit = booking(SyntheticIds.woman("1940-01-01"), station, TOMORROW)
                .setHomeVisit(true)
                .build();
        assertThat(officer().stations().book(visit).getAppointment().getHomeVisit())
                .isTrue();
    }

    @Test
    void a_day_long_past_or_far_ahead_and_a_station_of_another_city_are_refused() {
        String station = station("110112", 20, "");
        String citizen = SyntheticIds.man("1990-01-01");

        assertThat(Refused.by(() -> book(citizen, station, "2020-01-01")).reason())
                .isEqualTo("DAY_OUT_OF_RANGE");
        assertThat(Refused.by(() -> officerOf("350203")
                                .stations()
                                .book(booking(citizen, station, TOMORROW).build()))
                        .reason())
                .isEqualTo("STATION_NOT_FOUND");
    }

    private static List<String> inputs() {
        return StationServiceGrpc.getServiceDescriptor().getMethods().stream()
                .map(method -> (ProtoMethodDescriptorSupplier) method.getSchemaDescriptor())
                .map(supplier -> supplier.getMethodDescriptor().getInputType())
                .flatMap(StationTest::fields)
                .toList();
    }

    private static Stream<String> fields(Descriptor message) {
        return message.getFields().stream().map(FieldDescriptor::getName);
    }

    private String station(String division, int quota, String place) {
        String code = "ST-" + UUID.randomUUID();
        load(
                "station",
                "code,name,division,channel,windows,daily_quota,morning_numbers,every_day,longitude,latitude",
                code + ",某园区办证点," + division + ",INDUSTRIAL_PARK,4," + quota + ",60,true,"
                        + (place.isEmpty() ? "," : place));
        return code;
    }

    private BookResponse book(String citizen, String station, String day) {
        return officer().stations().book(booking(citizen, station, day).build());
    }

    private static BookRequest.Builder booking(String citizen, String station, String day) {
        return BookRequest.newBuilder()
                .setCitizenId(citizen)
                .setStation(station)
                .setDay(day)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION));
    }

    private void cancel(String citizen, String id) {
        var cancelled = officer()
                .stations()
                .cancelAppointment(CancelAppointmentRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setAppointmentId(id)
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                        .build());
        assertThat(cancelled.isInitialized()).isTrue();
    }

    private List<Slot> slots(String division, String near) {
        return officer()
                .stations()
                .findSlots(FindSlotsRequest.newBuilder()
                        .setDivision(division)
                        .setStation(near)
                        .build())
                .getSlotsList();
    }

    private TakeNumberResponse takeNumber(String station, UUID request) {
        return officer()
                .stations()
                .takeNumber(TakeNumberRequest.newBuilder()
                        .setStation(station)
                        .setRequestId(request.toString())
                        .build());
    }

    private int callNext(String station) {
        return officer()
                .stations()
                .callNext(CallNextRequest.newBuilder()
                        .setStation(station)
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getNumber();
    }
}
