package onepermit.exchange.statistics.grpc;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.statistics.Cell;
import onepermit.exchange.statistics.CountStatistics;
import onepermit.exchange.statistics.Definition;
import onepermit.exchange.statistics.Definitions;
import onepermit.exchange.statistics.Suppression;
import onepermit.exchange.v1.CountRequest;
import onepermit.exchange.v1.CountResponse;
import onepermit.exchange.v1.ListDefinitionsRequest;
import onepermit.exchange.v1.ListDefinitionsResponse;
import onepermit.exchange.v1.StatisticCell;
import onepermit.exchange.v1.StatisticsServiceGrpc.StatisticsServiceImplBase;

/** Counts of one department. */
final class StatisticsEndpoint extends StatisticsServiceImplBase {
    private static final YearMonth EARLIEST = YearMonth.of(1985, 7);

    private final String department;
    private final Definitions definitions;
    private final CountStatistics count;
    private final Divisions divisions;
    private final Clock clock;

    StatisticsEndpoint(
            String department, Definitions definitions, CountStatistics count, Divisions divisions, Clock clock) {
        this.department = department;
        this.definitions = definitions;
        this.count = count;
        this.divisions = divisions;
        this.clock = clock;
    }

    @Override
    public void listDefinitions(ListDefinitionsRequest request, StreamObserver<ListDefinitionsResponse> out) {
        out.onNext(ListDefinitionsResponse.newBuilder()
                .addAllDefinitions(
                        definitions.all().stream().map(DefinitionMessage::of).toList())
                .setLeastTold(definitions.suppression().least())
                .setLeastToldUnverified(definitions.suppression().unverified())
                .build());
        out.onCompleted();
    }

    @Override
    public void count(CountRequest request, StreamObserver<CountResponse> out) {
        Definition definition = own(request.getDefinition());
        LocalDate on = day(request.getMonth());
        Suppression.Told told = count.of(definition, divisions.read("division", request.getDivision()), on);
        out.onNext(CountResponse.newBuilder()
                .setDefinition(DefinitionMessage.of(definition))
                .setOn(on.toString())
                .setTotal(cell(told.total()))
                .addAllCells(told.cells().stream().map(StatisticsEndpoint::cell).toList())
                .setAt(Timestamp.newBuilder().setSeconds(clock.instant().getEpochSecond()))
                .build());
        out.onCompleted();
    }

    private Definition own(String id) {
        Definition definition = definitions
                .find(id)
                .orElseThrow(() -> new RefusalException(Refusal.invalid(
                        "DEFINITION_UNKNOWN",
                        "definition",
                        "no statistic has this id; expected one of "
                                + definitions.all().stream().map(Definition::id).toList())));
        if (!definition.owner().equals(department)) {
            throw new RefusalException(Refusal.invalid(
                    "DEFINITION_ELSEWHERE",
                    "definition",
                    "department " + definition.owner() + " counts " + id + "; ask there"));
        }
        return definition;
    }

    private LocalDate day(String text) {
        LocalDate today = LocalDate.now(clock);
        YearMonth month = YearMonth.parse(text);
        if (month.isBefore(EARLIEST) || month.isAfter(YearMonth.from(today))) {
            throw new RefusalException(Refusal.invalid(
                    "MONTH_RANGE", "month", "expected a month from " + EARLIEST + " to " + YearMonth.from(today)));
        }
        LocalDate end = month.atEndOfMonth();
        return end.isAfter(today) ? today : end;
    }

    private static StatisticCell cell(Cell cell) {
        return StatisticCell.newBuilder()
                .setDivision(cell.division().value())
                .setSuppressed(cell.suppressed())
                .setCount(cell.count())
                .setShareBp(cell.shareBp())
                .setAmong(cell.among())
                .setUnknown(cell.unknown())
                .build();
    }
}
