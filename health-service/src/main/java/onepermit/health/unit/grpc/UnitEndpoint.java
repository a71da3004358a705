package onepermit.health.unit.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.health.RecordedCalls;
import onepermit.health.RequestFields;
import onepermit.health.unit.Assignments;
import onepermit.health.unit.ReadUnitChildren;
import onepermit.health.unit.ReadUnitChildren.Known;
import onepermit.health.unit.UnitAssignment;
import onepermit.health.unit.UnitChild;
import onepermit.health.unit.Units;
import onepermit.health.v1.GetUnitRequest;
import onepermit.health.v1.GetUnitResponse;
import onepermit.health.v1.ListChildrenRequest;
import onepermit.health.v1.ListChildrenResponse;
import onepermit.health.v1.ListUnitCatchUpRequest;
import onepermit.health.v1.ListUnitCatchUpResponse;
import onepermit.health.v1.ListUnitsRequest;
import onepermit.health.v1.ListUnitsResponse;
import onepermit.health.v1.VaccinationUnitServiceGrpc;
import org.springframework.stereotype.Component;

/** {@code VaccinationUnitService} on the wire. */
@Component
class UnitEndpoint extends VaccinationUnitServiceGrpc.VaccinationUnitServiceImplBase {
    private static final List<String> WHERE = List.of("residence.registration");
    private static final List<String> WHERE_AND_DOSES = List.of("residence.registration", "immunisation.assessment");
    private static final int USUAL_PAGE = 50;

    private final RequestFields fields;
    private final Units units;
    private final Assignments assignments;
    private final ReadUnitChildren children;
    private final RecordedCalls calls;
    private final Clock clock;

    UnitEndpoint(
            RequestFields fields,
            Units units,
            Assignments assignments,
            ReadUnitChildren children,
            RecordedCalls calls,
            Clock clock) {
        this.fields = fields;
        this.units = units;
        this.assignments = assignments;
        this.children = children;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public void listUnits(ListUnitsRequest request, StreamObserver<ListUnitsResponse> answer) {
        answer.onNext(ListUnitsResponse.newBuilder()
                .addAllUnits(units.in(fields.division("division", request.getDivision())).stream()
                        .map(UnitMessages::of)
                        .toList())
                .build());
        answer.onCompleted();
    }

    @Override
    public void getUnit(GetUnitRequest request, StreamObserver<GetUnitResponse> answer) {
        PersonKey child = fields.person("citizen_id", request.getCitizenId());
        Look look = RecordedCalls.look(
                VaccinationUnitServiceGrpc.getGetUnitMethod(), request.getContext(), List.of(child), WHERE);
        answer.onNext(calls.read(look, () -> unitOf(child)));
        answer.onCompleted();
    }

    @Override
    public void listChildren(ListChildrenRequest request, StreamObserver<ListChildrenResponse> answer) {
        int most = pageSize(request.getPageSize());
        List<UnitChild> page = children.page(ownUnit(request.getUnit()), after(request.getPageToken()), most);
        ListChildrenResponse listed = ListChildrenResponse.newBuilder()
                .addAllChildren(children.known(page, LocalDate.now(clock)).stream()
                        .map(UnitMessages::child)
                        .toList())
                .setNextPageToken(next(page, most))
                .build();
        answer.onNext(calls.recorded(
                RecordedCalls.look(
                        VaccinationUnitServiceGrpc.getListChildrenMethod(), request.getContext(), keys(page), WHERE),
                listed));
        answer.onCompleted();
    }

    @Override
    public void listUnitCatchUp(ListUnitCatchUpRequest request, StreamObserver<ListUnitCatchUpResponse> answer) {
        LocalDate day = day(request.getOn());
        int most = pageSize(request.getPageSize());
        List<UnitChild> page = children.page(ownUnit(request.getUnit()), after(request.getPageToken()), most);
        List<Known> missing = children.known(page, day).stream()
                .filter(known -> !known.missing().isEmpty())
                .toList();
        ListUnitCatchUpResponse listed = ListUnitCatchUpResponse.newBuilder()
                .addAllChildren(missing.stream().map(UnitMessages::catchUp).toList())
                .setNextPageToken(next(page, most))
                .build();
        answer.onNext(calls.recorded(
                RecordedCalls.look(
                        VaccinationUnitServiceGrpc.getListUnitCatchUpMethod(),
                        request.getContext(),
                        keys(page),
                        WHERE_AND_DOSES),
                listed));
        answer.onCompleted();
    }

    private GetUnitResponse unitOf(PersonKey child) {
        List<UnitAssignment> history = assignments.of(child);
        boolean own = fields.owns(history.stream().map(UnitAssignment::division).toList());
        if (!own) {
            throw new RefusalException(
                    Refusal.notFound(
                            "UNIT_UNKNOWN",
                            "citizen_id",
                            "no vaccination unit of this child is known here; it follows the residence that public security has registered"));
        }
        return UnitMessages.of(history, history.getFirst().unit().flatMap(units::find));
    }

    /** Of the officer's division; any other looks like none. */
    private String ownUnit(String code) {
        return units.find(code)
                .filter(unit -> fields.owns(List.of(unit.division())))
                .orElseThrow(() -> new RefusalException(
                        Refusal.notFound("UNIT_NOT_FOUND", "unit", "no vaccination unit of this code here")))
                .code();
    }

    private LocalDate day(String text) {
        LocalDate today = LocalDate.now(clock);
        if (text.isEmpty()) {
            return today;
        }
        LocalDate day = Dates.read("on", text);
        if (day.isAfter(today.plusYears(1))) {
            throw new RefusalException(
                    Refusal.invalid("DATE_RANGE", "on", "expected a day not later than " + today.plusYears(1)));
        }
        return day;
    }

    private static int pageSize(int asked) {
        return asked == 0 ? USUAL_PAGE : asked;
    }

    private static long after(String token) {
        return token.isEmpty() ? 0 : Long.parseLong(token);
    }

    private static String next(List<UnitChild> page, int most) {
        return page.size() < most ? "" : Long.toString(page.getLast().number());
    }

    private static List<PersonKey> keys(List<UnitChild> page) {
        return page.stream().map(UnitChild::key).toList();
    }
}
