package onepermit.exchange.supervision.grpc;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.supervision.Month;
import onepermit.exchange.supervision.Months;
import onepermit.exchange.v1.ListMonthsRequest;
import onepermit.exchange.v1.ListMonthsResponse;
import onepermit.exchange.v1.RefusedAttempts;
import onepermit.exchange.v1.SupervisionMonth;
import onepermit.exchange.v1.SupervisionServiceGrpc.SupervisionServiceImplBase;

/** The months of one department, for supervision. */
final class SupervisionEndpoint extends SupervisionServiceImplBase {
    private static final int MOST_MONTHS = 36;
    private static final int USUAL_BEFORE = 6;

    private final String department;
    private final Months months;
    private final Clock clock;

    SupervisionEndpoint(String department, Months months, Clock clock) {
        this.department = department;
        this.months = months;
        this.clock = clock;
    }

    @Override
    public void listMonths(ListMonthsRequest request, StreamObserver<ListMonthsResponse> out) {
        YearMonth to = request.getTo().isEmpty() ? months.today() : YearMonth.parse(request.getTo());
        YearMonth from =
                request.getFrom().isEmpty() ? to.minusMonths(USUAL_BEFORE) : YearMonth.parse(request.getFrom());
        requireSpan(from, to);
        ListMonthsResponse.Builder answer = ListMonthsResponse.newBuilder()
                .setDepartment(department)
                .setCounted(months.counted())
                .setAt(Timestamp.newBuilder().setSeconds(clock.instant().getEpochSecond()));
        months.between(from, to).forEach(month -> answer.addMonths(message(month)));
        out.onNext(answer.build());
        out.onCompleted();
    }

    private static void requireSpan(YearMonth from, YearMonth to) {
        if (from.isAfter(to) || from.plusMonths(MOST_MONTHS).compareTo(to) <= 0) {
            throw new RefusalException(Refusal.invalid(
                    "MONTHS",
                    "from",
                    "expected a month not after the last one, and at most " + MOST_MONTHS + " in all"));
        }
    }

    private static SupervisionMonth message(Month month) {
        SupervisionMonth.Builder message = SupervisionMonth.newBuilder()
                .setMonth(month.month().toString())
                .setLooks(month.looks())
                .setStopped(month.stopped())
                .setCorrections(month.corrections())
                .setAnswersDue(month.answers().due())
                .setAnswersOverdue(month.answers().overdue())
                .setAnswersRefused(month.answers().refused())
                .setCorrectionsDue(month.dueCorrections().due())
                .setCorrectionsOverdue(month.dueCorrections().overdue());
        month.refused().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> message.addRefused(
                        RefusedAttempts.newBuilder().setReason(each.getKey()).setCount(each.getValue())));
        return message.build();
    }
}
