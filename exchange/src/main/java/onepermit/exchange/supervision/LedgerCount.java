package onepermit.exchange.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.ledger.usage.Processings;
import onepermit.exchange.loop.Loop;
import onepermit.exchange.supervision.CountTable.Cell;
import onepermit.exchange.v1.LedgerLeaf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the ledger and counts its leaves; apart from the looks, which never wait for it. */
public final class LedgerCount extends Loop {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Logger LOG = LoggerFactory.getLogger(LedgerCount.class);
    private static final int AT_ONCE = 5_000;
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    private final CountTable table;
    private final Processings processings;
    private final Duration pause;

    /** @param pause between two looks at a ledger that has nothing new */
    LedgerCount(CountTable table, Processings processings, Duration pause) {
        super("supervision-count", AFTER_TROUBLE);
        this.table = table;
        this.processings = processings;
        this.pause = pause;
    }

    @Override
    protected void turn() throws InterruptedException {
        if (table.count(AT_ONCE, this::cells) < AT_ONCE) {
            rest(pause);
        }
    }

    @Override
    protected void trouble(RuntimeException e) {
        LOG.atWarn().setCause(e).log("leaves could not be counted yet");
    }

    private Map<Cell, Long> cells(List<LedgerLeaf> leaves) {
        Map<Cell, Long> cells = new HashMap<>();
        for (LedgerLeaf leaf : leaves) {
            String month = YearMonth.from(
                            Instant.ofEpochSecond(leaf.getTime().getSeconds()).atZone(SHANGHAI))
                    .toString();
            Measure.of(leaf).ifPresent(measure -> cells.merge(new Cell(month, measure), 1L, Long::sum));
            if (Measure.isCorrection(leaf, processings)) {
                cells.merge(new Cell(month, Measure.CORRECTION), 1L, Long::sum);
            }
        }
        return cells;
    }
}
