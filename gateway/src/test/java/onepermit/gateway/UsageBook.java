package onepermit.gateway;

import com.google.protobuf.util.Timestamps;
import io.grpc.Status.Code;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import onepermit.exchange.rpc.Failures;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.v1.FindUsageRequest;
import onepermit.exchange.v1.FindUsageResponse;
import onepermit.exchange.v1.HeartbeatRequest;
import onepermit.exchange.v1.HeartbeatResponse;
import onepermit.exchange.v1.ReceiptRef;
import onepermit.exchange.v1.Usage;
import onepermit.exchange.v1.UsagePeriodRequest;
import onepermit.exchange.v1.UsagePeriodResponse;
import onepermit.exchange.v1.UsageServiceGrpc.UsageServiceImplBase;

/** The looks that a department behind the door tells of, by their times in seconds; their indexes are their places in the list. */
final class UsageBook extends UsageServiceImplBase {
    final List<Long> looks = new CopyOnWriteArrayList<>();
    private final String department;
    volatile boolean refuses;

    UsageBook(String department) {
        this.department = department;
    }

    @Override
    public void findUsage(FindUsageRequest request, StreamObserver<FindUsageResponse> out) {
        if (refuses) {
            out.onError(Failures.of(new Refusal(Code.PERMISSION_DENIED, "ROLE", "", "another role is needed")));
            return;
        }
        long before = request.getPageToken().isEmpty() ? Long.MAX_VALUE : Long.parseLong(request.getPageToken());
        List<Usage> older = new ArrayList<>();
        for (int index = looks.size() - 1; index >= 0; index--) {
            if (index < before) {
                older.add(usage(index));
            }
        }
        List<Usage> page = older.subList(0, Math.min(request.getPageSize(), older.size()));
        FindUsageResponse.Builder answer = FindUsageResponse.newBuilder().addAllUsages(page);
        if (page.size() < older.size()) {
            answer.setNextPageToken(Long.toString(page.getLast().getLeaf().getIndex()));
        }
        out.onNext(answer.build());
        out.onCompleted();
    }

    private Usage usage(int index) {
        return Usage.newBuilder()
                .setDepartment(department)
                .setTime(Timestamps.fromSeconds(looks.get(index)))
                .setLeaf(ReceiptRef.newBuilder().setIndex(index))
                .setPageToken(Integer.toString(index))
                .build();
    }

    @Override
    public void usagePeriod(UsagePeriodRequest request, StreamObserver<UsagePeriodResponse> out) {
        out.onNext(UsagePeriodResponse.newBuilder()
                .setFrom(Timestamps.fromSeconds(1))
                .setTo(Timestamps.fromSeconds(2))
                .build());
        out.onCompleted();
    }

    @Override
    public void heartbeat(HeartbeatRequest request, StreamObserver<HeartbeatResponse> out) {
        out.onNext(HeartbeatResponse.newBuilder().setDepartment(department).build());
        out.onCompleted();
    }
}
