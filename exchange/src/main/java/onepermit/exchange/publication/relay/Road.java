package onepermit.exchange.publication.relay;

import java.util.List;
import onepermit.exchange.catalogue.Dataset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a leadership works with. */
record Road(
        JdbcClient jdbc,
        Outbox outbox,
        StoppedPersons stopped,
        Lease lease,
        Records records,
        List<Dataset> owned,
        RelayMetrics metrics,
        Point.Listener point) {}
