package onepermit.local.command;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import onepermit.exchange.v1.PersonTrace;
import onepermit.exchange.v1.ProveErasureResponse;
import onepermit.exchange.v1.TraceState;
import onepermit.local.Department;

/** Says of a person what is left at each department, and until when. */
final class PersonCheck {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final PrintStream out;
    private int present;
    private int pending;
    private int kept;

    PersonCheck(PrintStream out) {
        this.out = out;
    }

    void at(Department department, ProveErasureResponse proof) {
        out.printf(
                "%-18s %s, %d places looked at%n",
                department.service(),
                proof.hasErasedAt() ? "erased " + TIME.format(instant(proof.getErasedAt())) : "never erased here",
                proof.getTracesCount());
        proof.getTracesList().stream()
                .filter(trace -> trace.getState() != TraceState.TRACE_STATE_ABSENT)
                .forEach(this::left);
    }

    /** @return the exit code: 0 if nothing is left but what a statute keeps */
    int conclude() {
        out.println(sentence());
        return present + pending == 0 ? 0 : 1;
    }

    private String sentence() {
        String statute = kept == 0 ? "" : " A statute keeps records in %d places.".formatted(kept);
        if (present > 0) return "Present: something stays in %d places.".formatted(present) + statute;
        if (pending > 0) return "Pending: something goes by itself from %d places.".formatted(pending) + statute;
        return "Absent: nothing of this person was found." + statute;
    }

    private void left(PersonTrace trace) {
        String until = trace.hasUntil() ? " until " + TIME.format(instant(trace.getUntil())) + " at the latest" : "";
        out.printf("  %-8s %s: %d%s%n", word(trace.getState()), trace.getPlace(), trace.getCount(), until);
    }

    private String word(TraceState state) {
        return switch (state) {
            case TRACE_STATE_PENDING -> {
                pending++;
                yield "pending";
            }
            case TRACE_STATE_KEPT -> {
                kept++;
                yield "kept";
            }
            case TRACE_STATE_PRESENT, TRACE_STATE_UNSPECIFIED, UNRECOGNIZED -> {
                present++;
                yield "present";
            }
            case TRACE_STATE_ABSENT -> "absent";
        };
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochMilli(Timestamps.toMillis(time));
    }
}
