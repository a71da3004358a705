package onepermit.exchange.testing;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onepermit.exchange.v1.LedgerLeaf;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What came of one question about one person: the answer or refusal as the caller sees it, and what the ledger says of it. Where it is equal
 * for two persons, nobody tells them apart by it.
 *
 * @param leaves without their times and salted persons
 */
public record Seen(String answer, List<LedgerLeaf> leaves) {
    private static final Pattern REASON =
            Pattern.compile("(?:^REFUSED .*?\\breason=|\\berror \\{.*?\\breason: \")([A-Z_]+)", Pattern.DOTALL);

    /** @param question the person's number stands in it, and in what is seen only as a placeholder */
    public static Seen of(JdbcTemplate database, String citizenId, Function<String, Message> question) {
        long before = leaves(database);
        String answer = answer(citizenId, question).replace(citizenId, "ID");
        return new Seen(answer, leavesSince(database, before));
    }

    /** As the caller sees it, whole. */
    static String answer(String citizenId, Function<String, Message> question) {
        try {
            return "OK " + question.apply(citizenId);
        } catch (StatusRuntimeException refused) {
            return "REFUSED " + Refused.of(refused);
        }
    }

    /** Why not; of a batch, why not its first line. Empty where it was answered. */
    static String reason(String answer) {
        Matcher found = REASON.matcher(answer);
        return found.find() ? found.group(1) : "";
    }

    static long leaves(JdbcTemplate database) {
        return Objects.requireNonNull(database.queryForObject("SELECT count(*) FROM ledger_leaf", Long.class));
    }

    private static List<LedgerLeaf> leavesSince(JdbcTemplate database, long index) {
        return database.query(
                "SELECT leaf FROM ledger_leaf WHERE index >= ? ORDER BY index",
                (row, number) -> comparable(row.getBytes(1)),
                index);
    }

    private static LedgerLeaf comparable(byte[] leaf) {
        try {
            return LedgerLeaf.parseFrom(leaf).toBuilder()
                    .clearTime()
                    .clearPersons()
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
