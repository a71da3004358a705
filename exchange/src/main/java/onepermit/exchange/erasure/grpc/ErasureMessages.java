package onepermit.exchange.erasure.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import onepermit.exchange.catalogue.Retentions;
import onepermit.exchange.erasure.Erasures;
import onepermit.exchange.erasure.Trace;
import onepermit.exchange.erasure.Whereabouts;
import onepermit.exchange.v1.ConfirmErasureResponse;
import onepermit.exchange.v1.KeptRecords;
import onepermit.exchange.v1.PersonTrace;
import onepermit.exchange.v1.ProveErasureResponse;
import onepermit.exchange.v1.TraceState;

/** What was erased, and what is left, as messages. */
record ErasureMessages(Retentions retentions) {

    ConfirmErasureResponse of(Erasures.Done done) {
        return ConfirmErasureResponse.newBuilder()
                .setErasedAt(timestamp(done.erasedAt()))
                .addAllKept(done.kept().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(kept -> kept(kept.getKey(), kept.getValue()))
                        .toList())
                .build();
    }

    static ProveErasureResponse of(Whereabouts.Found found) {
        ProveErasureResponse.Builder answer = ProveErasureResponse.newBuilder();
        found.erasedAt().map(ErasureMessages::timestamp).ifPresent(answer::setErasedAt);
        found.traces().forEach(trace -> answer.addTraces(trace(trace)));
        return answer.build();
    }

    private KeptRecords kept(String dataset, LocalDate until) {
        KeptRecords.Builder kept = KeptRecords.newBuilder().setDataset(dataset).setUntil(until.toString());
        retentions
                .of(dataset)
                .ifPresent(retention -> kept.setBasis(retention.basis().zh()).setVerified(retention.verified()));
        return kept.build();
    }

    private static PersonTrace trace(Trace trace) {
        PersonTrace.Builder message = PersonTrace.newBuilder()
                .setPlace(trace.place())
                .setState(state(trace.state()))
                .setCount(trace.count());
        trace.until().map(ErasureMessages::timestamp).ifPresent(message::setUntil);
        return message.build();
    }

    private static TraceState state(Trace.State state) {
        return switch (state) {
            case ABSENT -> TraceState.TRACE_STATE_ABSENT;
            case PENDING -> TraceState.TRACE_STATE_PENDING;
            case KEPT -> TraceState.TRACE_STATE_KEPT;
            case PRESENT -> TraceState.TRACE_STATE_PRESENT;
        };
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
