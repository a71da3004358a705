package onepermit.bench;

import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import onepermit.education.v1.AdmissionServiceGrpc;
import onepermit.exchange.v1.GetReceiptRequest;
import onepermit.exchange.v1.LedgerServiceGrpc;
import onepermit.exchange.v1.ReceiptRef;
import org.HdrHistogram.ConcurrentHistogram;

/** From an answer to its receipt with the cosignatures of two witnesses, as an officer gets it through the gateway. */
final class ProofTime {
    private static final int ROUNDS = 3;
    private static final int ANSWERS = 100;
    private static final int WITNESSES = 2;
    private static final double BAR_MILLIS = 1_000;
    private static final long BETWEEN = Duration.ofMillis(50).toNanos();
    private static final long POLL = Duration.ofMillis(20).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private final Bed bed;
    private final Tokens tokens;

    ProofTime(Bed bed, Tokens tokens) {
        this.bed = bed;
        this.tokens = tokens;
    }

    Figure measure() {
        var p99 = new double[ROUNDS];
        var p50 = new double[ROUNDS];
        var gateway = bed.gateway();
        try {
            round(gateway);
            for (int round = 0; round < ROUNDS; round++) {
                var times = round(gateway);
                p99[round] = times.getValueAtPercentile(99) / 1000.0;
                p50[round] = times.getValueAtPercentile(50) / 1000.0;
                Progress.say("round %d: p50 %.0f ms, p99 %.0f ms", round + 1, p50[round], p99[round]);
            }
        } finally {
            gateway.shutdownNow();
        }
        return new Figure(
                "proof_p99",
                "ms",
                p99,
                new double[] {BAR_MILLIS, BAR_MILLIS, BAR_MILLIS},
                "p50 %.0f ms; the limit is the bar".formatted(Figure.median(p50)));
    }

    private ConcurrentHistogram round(Channel gateway) {
        var times = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
        var headers = headers();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            for (int i = 0; i < ANSWERS; i++) {
                for (long left = begun + i * BETWEEN - System.nanoTime();
                        left > 0;
                        left = begun + i * BETWEEN - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                threads.submit(() -> times.recordValue(micros(gateway, headers)));
            }
        }
        if (times.getTotalCount() < ANSWERS) {
            throw new IllegalStateException("only %d of %d answers got a receipt with %d cosignatures"
                    .formatted(times.getTotalCount(), ANSWERS, WITNESSES));
        }
        return times;
    }

    private static long micros(Channel gateway, Metadata headers) {
        var attach = MetadataUtils.newAttachHeadersInterceptor(headers);
        ReceiptRef look = AdmissionServiceGrpc.newBlockingStub(gateway)
                .withInterceptors(attach)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .verifyEligibility(Families.question(0))
                .getDecision()
                .getReceipt();
        var ledger = LedgerServiceGrpc.newBlockingStub(gateway).withInterceptors(attach);
        var question = GetReceiptRequest.newBuilder()
                .setOrigin(look.getOrigin())
                .setIndex(look.getIndex())
                .build();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE) {
            if (cosigned(ledger, question)) {
                return (System.nanoTime() - begun) / 1000;
            }
            LockSupport.parkNanos(POLL);
        }
        throw new IllegalStateException(
                "no receipt with %d cosignatures of leaf %d".formatted(WITNESSES, look.getIndex()));
    }

    private static boolean cosigned(LedgerServiceGrpc.LedgerServiceBlockingStub ledger, GetReceiptRequest question) {
        try {
            return ledger.withDeadlineAfter(10, TimeUnit.SECONDS)
                            .getReceipt(question)
                            .getCosignatures()
                    >= WITNESSES;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Code.UNAVAILABLE) {
                return false;
            }
            throw e;
        }
    }

    private Metadata headers() {
        var headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + tokens.of("admission-officer", "350203"));
        headers.put(Metadata.Key.of("onepermit-department", Metadata.ASCII_STRING_MARSHALLER), "education");
        return headers;
    }
}
