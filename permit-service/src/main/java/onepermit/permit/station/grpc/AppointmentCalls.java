package onepermit.permit.station.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.station.BookAppointment;
import onepermit.permit.station.FindSlots;
import onepermit.permit.station.Station;
import onepermit.permit.v1.BookRequest;
import onepermit.permit.v1.BookResponse;
import onepermit.permit.v1.CancelAppointmentRequest;
import onepermit.permit.v1.CancelAppointmentResponse;
import onepermit.permit.v1.StationServiceGrpc;
import org.springframework.stereotype.Component;

/** Book and CancelAppointment. */
@Component
class AppointmentCalls {
    private static final int OFFERS = 5;

    private final RequestFields fields;
    private final OwnStations own;
    private final BookAppointment book;
    private final FindSlots slots;
    private final Mutation mutation;

    AppointmentCalls(RequestFields fields, OwnStations own, BookAppointment book, FindSlots slots, Mutation mutation) {
        this.fields = fields;
        this.own = own;
        this.book = book;
        this.slots = slots;
        this.mutation = mutation;
    }

    BookResponse book(BookRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        Station station = own.ofCity(request.getStation());
        LocalDate day = Dates.read("day", request.getDay());
        return mutation.once(
                StationServiceGrpc.getBookMethod(),
                request.getRequestId(),
                request.getContext(),
                BookResponse.parser(),
                List.of(person),
                List.of(),
                () -> book.book(person, station, day, request.getHomeVisit())
                        .map(booked -> BookResponse.newBuilder()
                                .setAppointment(StationMessages.appointment(booked))
                                .build())
                        .orElseGet(() -> BookResponse.newBuilder()
                                .addAllOffers(
                                        StationMessages.slots(slots.find(station.division(), station, day, OFFERS)))
                                .build()));
    }

    CancelAppointmentResponse cancel(CancelAppointmentRequest request) {
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        return mutation.once(
                StationServiceGrpc.getCancelAppointmentMethod(),
                request.getRequestId(),
                request.getContext(),
                CancelAppointmentResponse.parser(),
                List.of(person),
                List.of(),
                () -> {
                    book.cancel(person, request.getAppointmentId(), fields::isOfCity);
                    return CancelAppointmentResponse.getDefaultInstance();
                });
    }
}
