package onepermit.exchange.publication.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Histories;
import onepermit.exchange.testing.History;
import onepermit.exchange.testing.KillablePostgres;
import onepermit.exchange.testing.Load;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.Pair;
import onepermit.exchange.testing.People;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The owner's database dies under load: what was acknowledged is there, and what nobody knows of is there whole or not at all. */
@Tag("long")
class PostgresCrashTest {
    private final History history = new History();
    private final List<PersonKey> persons =
            Stream.generate(new People(16)::next).limit(20).toList();

    @Test
    void postmaster_killed_under_load_loses_no_acknowledged_change_and_tears_none() {
        try (KillablePostgres postgres = KillablePostgres.start();
                Pair pair = Pair.start(
                        postgres.database(), Map.of("spring.datasource.hikari.connection-timeout", "2000"))) {
            assertThat(settings(pair)).containsOnly("on");
            try (Load load = Load.on(pair.publisher(), history, persons)) {
                for (int kill = 0; kill < 3; kill++) {
                    load.awaitFurther(300);
                    postgres.kill();
                    postgres.restart();
                }
                load.awaitFurther(300);
            }

            Await.until("the outbox is drained", () -> pair.publisher().outboxRows() == 0);
            pair.awaitEqual(Owner.DATASET);
            assertThat(Histories.violations(history, pair)).isEmpty();
        }
    }

    private static List<String> settings(Pair pair) {
        return Stream.of("fsync", "full_page_writes", "synchronous_commit")
                .map(name -> pair.ownerJdbc().queryForObject("SHOW " + name, String.class))
                .toList();
    }
}
