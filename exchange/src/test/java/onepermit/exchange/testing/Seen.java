package onepermit.exchange.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onepermit.exchange.v1.LedgerLeaf;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What came of one question about one person: the answer or refusal as the caller sees it, what the ledger says of it, and the statements
 * that the call sent to the database. Where it is equal for two persons, nobody tells them apart by it.
 *
 * @param leaves without their times and salted persons
 */
public record Seen(String answer, List<LedgerLeaf> leaves, List<String> statements) {
    private static final Logger STATEMENTS = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private static final Pattern REASON =
            Pattern.compile("(?:^REFUSED .*?\\breason=|\\berror \\{.*?\\breason: \")([A-Z_]+)", Pattern.DOTALL);

    /** @param question the person's number stands in it, and in what is seen only as a placeholder */
    public static Seen of(JdbcTemplate database, String citizenId, Function<String, Message> question) {
        long before = leaves(database);
        Sent sent = new Sent();
        Level level = STATEMENTS.getLevel();
        STATEMENTS.setLevel(Level.DEBUG);
        STATEMENTS.setAdditive(false);
        STATEMENTS.addAppender(sent);
        sent.start();
        try {
            String answer = answer(citizenId, question).replace(citizenId, "ID");
            return new Seen(answer, leavesSince(database, before), List.copyOf(sent.statements));
        } finally {
            STATEMENTS.detachAppender(sent);
            STATEMENTS.setAdditive(true);
            STATEMENTS.setLevel(level);
        }
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

    /** Of the threads that handle calls; the service works for itself on others. */
    private static final class Sent extends AppenderBase<ILoggingEvent> {
        private final Queue<String> statements = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (Thread.currentThread().getName().startsWith("call-")
                    && event.getFormattedMessage().startsWith("Executing prepared SQL statement")) {
                statements.add(event.getFormattedMessage());
            }
        }
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
