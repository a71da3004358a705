package onepermit.exchange.replica.grpc;

import com.google.protobuf.Timestamp;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Database times as the contracts write them. */
final class Times {
    private Times() {}

    /** The default instance where there is none. */
    static Timestamp of(ResultSet row, int column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null
                ? Timestamp.getDefaultInstance()
                : Timestamp.newBuilder()
                        .setSeconds(time.toInstant().getEpochSecond())
                        .setNanos(time.toInstant().getNano())
                        .build();
    }
}
