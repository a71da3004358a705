package onepermit.exchange.erasure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.RoadKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows about a person in the exchange's own tables of a department. Graves have no payload and tell nothing. */
final class ExchangeRows {
    private final JdbcClient jdbc;
    private final RoadKeys keys;

    ExchangeRows(JdbcClient jdbc, RoadKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    long facts(PersonKey person) {
        return count("SELECT count(*) FROM fact WHERE person = ? AND payload IS NOT NULL", person);
    }

    /** Erasures that wait to be published are among them. */
    long outbox(PersonKey person) {
        return count("SELECT count(*) FROM outbox WHERE person = ?", person);
    }

    long stopped(PersonKey person) {
        return count("SELECT count(*) FROM outbox_stopped WHERE person = ?", person);
    }

    long parked(PersonKey person) {
        return jdbc.sql("SELECT count(*) FROM parked WHERE person = ANY (?::bytea[])")
                .param(onTheRoad(person))
                .query(Long.class)
                .single();
    }

    /** Facts of others, for every copy there is: those read now, those being filled, and those given up and not yet deleted. */
    Map<String, Long> copies(PersonKey person) {
        Map<String, Long> copies = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT s.dataset, s.state, count(r.person) FROM replica_slot s
                LEFT JOIN replica r ON r.slot = s.slot AND r.person = ANY (?::bytea[]) AND r.payload IS NOT NULL
                GROUP BY s.dataset, s.state ORDER BY s.dataset, s.state""").param(onTheRoad(person)).query(row -> {
            String state = row.getString(2).equals("ACTIVE") ? "" : ", " + row.getString(2);
            copies.put("replica " + row.getString(1) + state, row.getLong(3));
        });
        return copies;
    }

    /** @param from index of the first leaf */
    long salts(PersonKey person, long from, long before) {
        return jdbc.sql("SELECT count(*) FROM ledger_salt WHERE person = ? AND index >= ? AND index < ?")
                .params(person.bytes(), from, before)
                .query(Long.class)
                .single();
    }

    /** Stored answers that are gone by then. */
    long answers(Instant by) {
        return jdbc.sql("SELECT count(*) FROM request_log WHERE expires <= ?")
                .param(OffsetDateTime.ofInstant(by, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private byte[][] onTheRoad(PersonKey person) {
        return keys.all(person).stream().map(PersonKey::bytes).toArray(byte[][]::new);
    }

    private long count(String sql, PersonKey person) {
        return jdbc.sql(sql).param(person.bytes()).query(Long.class).single();
    }
}
