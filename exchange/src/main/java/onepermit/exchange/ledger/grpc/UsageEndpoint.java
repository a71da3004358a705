package onepermit.exchange.ledger.grpc;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.usage.Usages;
import onepermit.exchange.ledger.usage.Usages.Page;
import onepermit.exchange.ledger.usage.Usages.Period;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.FindUsageRequest;
import onepermit.exchange.v1.FindUsageResponse;
import onepermit.exchange.v1.HeartbeatRequest;
import onepermit.exchange.v1.HeartbeatResponse;
import onepermit.exchange.v1.UsagePeriodRequest;
import onepermit.exchange.v1.UsagePeriodResponse;
import onepermit.exchange.v1.UsageServiceGrpc;

/** A person asks who looked at her data; that she asked is recorded as well. */
final class UsageEndpoint extends UsageServiceGrpc.UsageServiceImplBase {
    private static final String FIND = UsageServiceGrpc.SERVICE_NAME + "/FindUsage";
    private static final int USUAL_PAGE = 50;

    private final String department;
    private final Usages usages;
    private final UsageMessages messages;
    private final LogReaders readers;
    private final Clock clock;

    UsageEndpoint(String department, Usages usages, UsageMessages messages, LogReaders readers, Clock clock) {
        this.department = department;
        this.usages = usages;
        this.messages = messages;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public void findUsage(FindUsageRequest request, StreamObserver<FindUsageResponse> out) {
        PersonKey person = Callers.current().self().orElseThrow(UsageEndpoint::nobody);
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        Page page = usages.find(person, period(request), before(request.getPageToken()), size);
        FindUsageResponse answer = messages.page(page);
        readers.read(FIND, List.of(person), answer.toByteString());
        out.onNext(answer);
        out.onCompleted();
    }

    @Override
    public void usagePeriod(UsagePeriodRequest request, StreamObserver<UsagePeriodResponse> out) {
        UsagePeriodResponse.Builder answer = UsagePeriodResponse.newBuilder();
        usages.begin().map(UsageEndpoint::timestamp).ifPresent(answer::setFrom);
        out.onNext(answer.setTo(timestamp(clock.instant())).build());
        out.onCompleted();
    }

    @Override
    public void heartbeat(HeartbeatRequest request, StreamObserver<HeartbeatResponse> out) {
        usages.begin();
        out.onNext(HeartbeatResponse.newBuilder().setDepartment(department).build());
        out.onCompleted();
    }

    private static Period period(FindUsageRequest request) {
        return new Period(
                request.hasFrom() ? moment("from", request.getFrom()) : Instant.MIN,
                request.hasTo() ? moment("to", request.getTo()) : Instant.MAX);
    }

    private static Instant moment(String field, Timestamp time) {
        try {
            return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
        } catch (DateTimeException | ArithmeticException e) {
            throw new RefusalException(Refusal.invalid("TIME_RANGE", field, "not a moment of any calendar"));
        }
    }

    private static long before(String token) {
        try {
            return token.isEmpty() ? Long.MAX_VALUE : Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw new RefusalException(
                    Refusal.invalid("PAGE_TOKEN", "page_token", "expected next_page_token of the answer before"));
        }
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static RefusalException nobody() {
        return new RefusalException(
                new Refusal(
                        Status.Code.PERMISSION_DENIED,
                        "SUBJECT",
                        "",
                        "a resident's token says whose data it is about: its subject is a person key of 34 hexadecimal digits"));
    }
}
