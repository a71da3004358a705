package onepermit.exchange.replica.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Times on the wire. */
final class Times {
    private Times() {}

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
