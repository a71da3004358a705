package onepermit.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.erasure.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares what a department says of its tables with its database, so that no table is forgotten when a person is erased. */
public final class OwnTables {
    private OwnTables() {}

    public static void areAllNamed(OwnRecords own, JdbcClient database) {
        Set<String> there = tables(database);
        there.removeAll(ofTheExchange());
        Set<String> named = new HashSet<>(own.aboutNobody());
        own.records().stream().map(PersonalRecords::table).forEach(named::add);
        assertThat(named)
                .as("tables named in OwnRecords: with the person's records, or as about nobody")
                .isEqualTo(there);
    }

    private static Set<String> ofTheExchange() {
        TestDatabase database = TestInfrastructure.database().migrated("classpath:db/exchange");
        try (var source = database.dataSource(1)) {
            return tables(JdbcClient.create(source));
        }
    }

    private static Set<String> tables(JdbcClient database) {
        return new HashSet<>(database.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list());
    }
}
