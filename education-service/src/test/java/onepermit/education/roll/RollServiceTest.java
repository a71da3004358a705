package onepermit.education.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import onepermit.education.Ground;
import onepermit.education.v1.EnrolRequest;
import onepermit.education.v1.EnrolResponse;
import onepermit.education.v1.EnrolmentFact;
import onepermit.education.v1.GetRollRequest;
import onepermit.education.v1.GetRollResponse;
import onepermit.education.v1.LeaveRequest;
import onepermit.education.v1.ReleaseTransferRequest;
import onepermit.education.v1.RequestTransferRequest;
import onepermit.education.v1.RollServiceGrpc;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.ImportServiceGrpc;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RejectedLine;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The school roll over the wire, and what of it the other departments get. */
class RollServiceTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(100);
    private static final String SCHOOLS = """
            code,name,division,stage,seats
            SM-1,实验小学,350203,PRIMARY,90
            JM-1,集美小学,350211,小学,120
            """;
    private final Ground ground = Ground.get();
    private final String pupil = id();

    @BeforeEach
    void schools_are_known() {
        assertThat(load("school", SCHOOLS)).isEmpty();
    }

    @Test
    void a_pupil_enrols_leaves_and_enrols_elsewhere_and_each_step_is_published() throws Exception {
        EnrolResponse enrolled =
                roll("350203").enrol(enrol("SM-1", "2025-09-01", "").build());
        assertThat(enrolled.getEntriesList()).hasSize(1);
        assertThat(roll("350203").getRoll(get()).getEtag()).isEqualTo(enrolled.getEtag());

        String etag = roll("350203")
                .leave(leave("2026-01-31", enrolled.getEtag()).build())
                .getEtag();
        roll("350211").enrol(enrol("JM-1", "2026-02-01", etag).build());

        EnrolmentFact fact = published();
        assertThat(fact.getPeriodsList())
                .extracting(period -> period.getSchool() + period.getFrom() + "-" + period.getTo())
                .containsExactly("SM-120250901-20260131", "JM-120260201-0");
        assertThat(fact.getPeriods(1).getDivision()).isEqualTo("350211");
    }

    @Test
    void the_same_request_again_changes_nothing_and_has_the_same_answer() {
        EnrolRequest request = enrol("SM-1", "2025-09-01", "").build();

        EnrolResponse first = roll("350203").enrol(request);
        EnrolResponse second = roll("350203").enrol(request);

        assertThat(second).isEqualTo(first);
        Throwable reused = catchThrowable(() ->
                roll("350203").enrol(request.toBuilder().setFrom("2025-10-01").build()));
        assertThat(Ground.reason(reused)).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void who_has_not_read_the_roll_as_it_is_does_not_change_it() {
        roll("350203").enrol(enrol("SM-1", "2025-09-01", "").build());

        Throwable blind = catchThrowable(
                () -> roll("350203").leave(leave("2026-01-31", "v99").build()));

        assertThat(Status.fromThrowable(blind).getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(Ground.reason(blind)).isEqualTo("ETAG_MISMATCH");
    }

    @Test
    void another_roll_an_unknown_school_and_another_division_are_refused_by_name() {
        String etag =
                roll("350203").enrol(enrol("SM-1", "2025-09-01", "").build()).getEtag();

        assertThat(Ground.reason(catchThrowable(() ->
                        roll("350211").enrol(enrol("JM-1", "2025-10-01", etag).build()))))
                .isEqualTo("ON_ANOTHER_ROLL");
        assertThat(Ground.reason(catchThrowable(() ->
                        roll("350203").enrol(enrol("ZZ-9", "2025-10-01", etag).build()))))
                .isEqualTo("SCHOOL_UNKNOWN");
        assertThat(Ground.reason(catchThrowable(() ->
                        roll("350203").enrol(enrol("JM-1", "2025-10-01", etag).build()))))
                .isEqualTo("DIVISION");
    }

    @Test
    void a_transfer_is_asked_for_by_one_school_and_released_by_the_other_in_one_change() throws Exception {
        assertThat(Ground.reason(catchThrowable(() -> roll("350211").requestTransfer(transfer()))))
                .isEqualTo("ON_NO_ROLL");
        String etag =
                roll("350203").enrol(enrol("SM-1", "2025-09-01", "").build()).getEtag();
        assertThat(Ground.reason(catchThrowable(() -> roll("350203").releaseTransfer(release(etag)))))
                .isEqualTo("NO_TRANSFER");

        roll("350211").requestTransfer(transfer());
        assertThat(roll("350203").getRoll(get()).getTransfer().getSchool()).isEqualTo("JM-1");
        assertThat(Ground.reason(catchThrowable(() -> roll("350211").releaseTransfer(release(etag)))))
                .isEqualTo("ETAG_MISMATCH");
        roll("350203").releaseTransfer(release(etag));

        assertThat(published().getPeriodsList())
                .extracting(period -> period.getSchool() + period.getFrom() + "-" + period.getTo())
                .containsExactly("SM-120250901-20260131", "JM-120260201-0");
        assertThat(current().version()).as("one change").isEqualTo(2);
        assertThat(roll("350211").getRoll(get()).hasTransfer()).isFalse();
    }

    @Test
    void a_roll_is_read_more_often_than_the_database_has_connections() {
        for (int i = 0; i < 40; i++) {
            assertThat(roll("350203").getRoll(get()).getEntriesList()).isEmpty();
            assertThat(Ground.reason(catchThrowable(() ->
                            roll("350203").enrol(enrol("ZZ-9", "2025-10-01", "").build()))))
                    .isEqualTo("SCHOOL_UNKNOWN");
        }
    }

    @Test
    void a_pupil_never_enrolled_has_an_empty_roll() {
        GetRollResponse roll = roll("350203").getRoll(get());

        assertThat(roll.getEntriesList()).isEmpty();
        assertThat(roll.getEtag()).isEmpty();
    }

    @Test
    void a_file_of_the_roll_is_loaded_once_however_often_it_comes() throws Exception {
        String file = "公民身份号码,学校代码,学段,起始日期,截止日期\n"
                + pupil + ",SM-1,小学,2024-09-01,2025-07-10\n"
                + pupil + ",JM-1,小学,2025-09-01,\n"
                + pupil + ",NO-1,小学,2023-09-01,2024-07-10\n"
                + pupil + ",SM-1,小学,2023-09-01,2023-07-10\n";

        List<RejectedLine> rejected = load("roll", file);

        assertThat(rejected)
                .extracting(RejectedLine::getReason)
                .containsExactlyInAnyOrder("SCHOOL_UNKNOWN", "PERIOD_ORDER");
        assertThat(rejected).extracting(RejectedLine::getLine).containsExactlyInAnyOrder(4L, 5L);
        assertThat(published().getPeriodsCount()).isEqualTo(2);
        long version = current().version();
        load("roll", file);
        assertThat(current().version()).isEqualTo(version);
    }

    private EnrolRequest.Builder enrol(String school, String from, String etag) {
        return EnrolRequest.newBuilder()
                .setCitizenId(pupil)
                .setSchool(school)
                .setStage("PRIMARY")
                .setFrom(from)
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setContext(context());
    }

    private RequestTransferRequest transfer() {
        return RequestTransferRequest.newBuilder()
                .setCitizenId(pupil)
                .setSchool("JM-1")
                .setStage("PRIMARY")
                .setFrom("2026-02-01")
                .setRequestId(UUID.randomUUID().toString())
                .setContext(context())
                .build();
    }

    private ReleaseTransferRequest release(String etag) {
        return ReleaseTransferRequest.newBuilder()
                .setCitizenId(pupil)
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setContext(context())
                .build();
    }

    private LeaveRequest.Builder leave(String to, String etag) {
        return LeaveRequest.newBuilder()
                .setCitizenId(pupil)
                .setTo(to)
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setContext(context());
    }

    private GetRollRequest get() {
        return GetRollRequest.newBuilder()
                .setCitizenId(pupil)
                .setContext(context())
                .build();
    }

    private static RequestContext context() {
        return RequestContext.newBuilder()
                .setPurpose(Purpose.PURPOSE_SCHOOL_ROLL)
                .setCaseRef("ROLL-1")
                .build();
    }

    private RollServiceGrpc.RollServiceBlockingStub roll(String division) {
        return ground.officer(division, RollServiceGrpc.newBlockingStub(ground.channel()));
    }

    private FactRow current() {
        return ground.bean(Facts.class)
                .current("enrolment.record", ground.bean(PersonKeys.class).of(new CitizenId(pupil)), "enrolment")
                .orElseThrow();
    }

    private EnrolmentFact published() throws Exception {
        return EnrolmentFact.parseFrom(current().payload());
    }

    private static String id() {
        String body = "990302" + "20180915" + String.format("%03d", NUMBER.incrementAndGet());
        return body + CitizenIds.checkDigit(body);
    }

    private List<RejectedLine> load(String kind, String file) {
        List<RejectedLine> rejected = new ArrayList<>();
        CompletableFuture<List<RejectedLine>> done = new CompletableFuture<>();
        StreamObserver<ImportRequest> upload = ground.as(
                        ground.issuer().token("operator"), ImportServiceGrpc.newStub(ground.channel()))
                .import_(new StreamObserver<>() {
                    @Override
                    public void onNext(ImportResponse progress) {
                        rejected.addAll(progress.getRejectsList());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        done.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        done.complete(rejected);
                    }
                });
        upload.onNext(ImportRequest.newBuilder()
                .setKind(kind)
                .setChunk(ByteString.copyFrom(file, StandardCharsets.UTF_8))
                .build());
        upload.onCompleted();
        return done.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
