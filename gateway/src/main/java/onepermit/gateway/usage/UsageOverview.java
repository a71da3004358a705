package onepermit.gateway.usage;

import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.UsageServiceGrpc;
import onepermit.gateway.usage.Departments.Answers;
import onepermit.gateway.v1.DepartmentPeriod;
import onepermit.gateway.v1.DepartmentWithheld;
import onepermit.gateway.v1.FindUsageRequest;
import onepermit.gateway.v1.FindUsageResponse;
import onepermit.gateway.v1.HeartbeatRequest;
import onepermit.gateway.v1.HeartbeatResponse;
import onepermit.gateway.v1.UsageOverviewServiceGrpc.UsageOverviewServiceImplBase;
import onepermit.gateway.v1.UsagePeriodRequest;
import onepermit.gateway.v1.UsagePeriodResponse;

/** Asks every department's {@code UsageService} for the caller. What the caller may read, the departments say. */
final class UsageOverview extends UsageOverviewServiceImplBase {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Set<String> all;
    private final Departments departments;

    /** @param all departments there are */
    UsageOverview(Collection<String> all, Departments departments) {
        this.all = new TreeSet<>(all);
        this.departments = departments;
    }

    @Override
    public void findUsage(FindUsageRequest request, StreamObserver<FindUsageResponse> out) {
        Set<String> asked = asked(request);
        Cursors before = Cursors.parse(request.getPageToken());
        int size = size(request);
        Answers<onepermit.exchange.v1.FindUsageResponse> answers = departments.ask(
                before.open(asked),
                (department, channel) -> UsageServiceGrpc.newBlockingStub(channel)
                        .findUsage(question(request, size, before.of(department))));
        Merging merged = Merging.of(answers.by(), before, size);
        FindUsageResponse.Builder answer = FindUsageResponse.newBuilder()
                .addAllUsages(merged.usages())
                .setNextPageToken(before.with(merged.further()).token(asked))
                .addAllMissing(answers.missing());
        answers.by().forEach((department, page) -> {
            if (page.getWithheldCount() > 0) {
                answer.addWithheld(DepartmentWithheld.newBuilder()
                        .setDepartment(department)
                        .addAllKinds(page.getWithheldList()));
            }
        });
        out.onNext(answer.build());
        out.onCompleted();
    }

    @Override
    public void usagePeriod(UsagePeriodRequest request, StreamObserver<UsagePeriodResponse> out) {
        Answers<onepermit.exchange.v1.UsagePeriodResponse> answers = departments.ask(
                all,
                (department, channel) -> UsageServiceGrpc.newBlockingStub(channel)
                        .usagePeriod(onepermit.exchange.v1.UsagePeriodRequest.getDefaultInstance()));
        UsagePeriodResponse.Builder answer = UsagePeriodResponse.newBuilder().addAllMissing(answers.missing());
        answers.by().forEach((department, period) -> answer.addPeriods(period(department, period)));
        out.onNext(answer.build());
        out.onCompleted();
    }

    @Override
    public void heartbeat(HeartbeatRequest request, StreamObserver<HeartbeatResponse> out) {
        Answers<String> answers = departments.ask(all, UsageOverview::beating);
        out.onNext(HeartbeatResponse.newBuilder()
                .addAllDepartments(answers.by().values())
                .addAllMissing(answers.missing())
                .build());
        out.onCompleted();
    }

    private static String beating(String department, Channel channel) {
        return UsageServiceGrpc.newBlockingStub(channel)
                .heartbeat(onepermit.exchange.v1.HeartbeatRequest.getDefaultInstance())
                .getDepartment();
    }

    private static DepartmentPeriod period(String department, onepermit.exchange.v1.UsagePeriodResponse period) {
        DepartmentPeriod.Builder told =
                DepartmentPeriod.newBuilder().setDepartment(department).setTo(period.getTo());
        if (period.hasFrom()) {
            told.setFrom(period.getFrom());
        }
        return told.build();
    }

    private static onepermit.exchange.v1.FindUsageRequest question(FindUsageRequest request, int size, String token) {
        onepermit.exchange.v1.FindUsageRequest.Builder question = onepermit.exchange.v1.FindUsageRequest.newBuilder()
                .setPageSize(size)
                .setPageToken(token);
        if (request.hasFrom()) {
            question.setFrom(request.getFrom());
        }
        if (request.hasTo()) {
            question.setTo(request.getTo());
        }
        return question.build();
    }

    private Set<String> asked(FindUsageRequest request) {
        if (!all.containsAll(request.getDepartmentsList())) {
            throw new RefusalException(Refusal.invalid(
                    "DEPARTMENT_UNKNOWN", "departments", "no such department; name some of " + String.join(", ", all)));
        }
        return request.getDepartmentsCount() == 0 ? all : new TreeSet<>(request.getDepartmentsList());
    }

    private static int size(FindUsageRequest request) {
        int size = request.getPageSize();
        if (size < 0 || size > LARGEST_PAGE) {
            throw new RefusalException(
                    Refusal.invalid("PAGE_SIZE", "page_size", "expected 0 (= 50) to " + LARGEST_PAGE));
        }
        return size == 0 ? USUAL_PAGE : size;
    }
}
