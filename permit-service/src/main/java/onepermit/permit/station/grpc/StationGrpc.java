package onepermit.permit.station.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestLog;
import onepermit.permit.OwnerTransaction;
import onepermit.permit.RequestFields;
import onepermit.permit.station.FindSlots;
import onepermit.permit.station.Station;
import onepermit.permit.station.Stations;
import onepermit.permit.station.Ticket;
import onepermit.permit.v1.BookRequest;
import onepermit.permit.v1.BookResponse;
import onepermit.permit.v1.CallNextRequest;
import onepermit.permit.v1.CallNextResponse;
import onepermit.permit.v1.CancelAppointmentRequest;
import onepermit.permit.v1.CancelAppointmentResponse;
import onepermit.permit.v1.FindSlotsRequest;
import onepermit.permit.v1.FindSlotsResponse;
import onepermit.permit.v1.ListStationsRequest;
import onepermit.permit.v1.ListStationsResponse;
import onepermit.permit.v1.StationServiceGrpc;
import onepermit.permit.v1.TakeNumberRequest;
import onepermit.permit.v1.TakeNumberResponse;
import org.springframework.stereotype.Component;

@Component
class StationGrpc extends StationServiceGrpc.StationServiceImplBase {
    private static final int SLOTS = 10;

    private final Stations stations;
    private final OwnStations own;
    private final FindSlots slots;
    private final AppointmentCalls appointments;
    private final RequestFields fields;
    private final OwnerTransaction transaction;
    private final RequestLog requests;
    private final Clock clock;

    StationGrpc(
            Stations stations,
            OwnStations own,
            FindSlots slots,
            AppointmentCalls appointments,
            RequestFields fields,
            OwnerTransaction transaction,
            RequestLog requests,
            Clock clock) {
        this.stations = stations;
        this.own = own;
        this.slots = slots;
        this.appointments = appointments;
        this.fields = fields;
        this.transaction = transaction;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void listStations(ListStationsRequest request, StreamObserver<ListStationsResponse> answer) {
        answer.onNext(ListStationsResponse.newBuilder()
                .addAllStations(stations.in(fields.division("division", request.getDivision())).stream()
                        .map(StationMessages::station)
                        .toList())
                .build());
        answer.onCompleted();
    }

    @Override
    public void findSlots(FindSlotsRequest request, StreamObserver<FindSlotsResponse> answer) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = request.getFrom().isEmpty() ? today.plusDays(1) : Dates.read("from", request.getFrom());
        Station near = request.getStation().isEmpty()
                ? null
                : stations.find(request.getStation())
                        .orElseThrow(() -> new RefusalException(
                                Refusal.notFound("STATION_NOT_FOUND", "station", "no station of this code here")));
        answer.onNext(FindSlotsResponse.newBuilder()
                .addAllSlots(StationMessages.slots(slots.find(
                        fields.division("division", request.getDivision()),
                        near,
                        from.isBefore(today) ? today : from,
                        request.getMost() == 0 ? SLOTS : request.getMost())))
                .build());
        answer.onCompleted();
    }

    @Override
    public void book(BookRequest request, StreamObserver<BookResponse> answer) {
        answer.onNext(appointments.book(request));
        answer.onCompleted();
    }

    @Override
    public void cancelAppointment(CancelAppointmentRequest request, StreamObserver<CancelAppointmentResponse> answer) {
        answer.onNext(appointments.cancel(request));
        answer.onCompleted();
    }

    @Override
    public void takeNumber(TakeNumberRequest request, StreamObserver<TakeNumberResponse> answer) {
        Station station = own.ofDivision(request.getStation());
        answer.onNext(transaction.on(
                List.of(),
                () -> requests.once(
                        request.getRequestId(),
                        StationServiceGrpc.getTakeNumberMethod().getFullMethodName(),
                        TakeNumberResponse.parser(),
                        () -> number(station))));
        answer.onCompleted();
    }

    @Override
    public void callNext(CallNextRequest request, StreamObserver<CallNextResponse> answer) {
        Station station = own.ofDivision(request.getStation());
        answer.onNext(transaction.on(
                List.of(),
                () -> requests.once(
                        request.getRequestId(),
                        StationServiceGrpc.getCallNextMethod().getFullMethodName(),
                        CallNextResponse.parser(),
                        () -> next(station))));
        answer.onCompleted();
    }

    private TakeNumberResponse number(Station station) {
        Ticket ticket = stations.number(station, LocalDate.now(clock));
        return TakeNumberResponse.newBuilder()
                .setNumber(ticket.number())
                .setHalfDay(ticket.number() <= station.morningNumbers() ? "MORNING" : "AFTERNOON")
                .setWaiting(ticket.waiting())
                .build();
    }

    private CallNextResponse next(Station station) {
        Ticket ticket = stations.next(station, LocalDate.now(clock))
                .orElseThrow(() -> new RefusalException(
                        Refusal.notFound("QUEUE_EMPTY", "station", "nobody waits at this station")));
        return CallNextResponse.newBuilder()
                .setNumber(ticket.number())
                .setWaiting(ticket.waiting())
                .build();
    }
}
