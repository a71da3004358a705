package onepermit.education;

import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.testing.OwnTables;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OwnTablesTest {

    @Test
    void every_table_is_named_for_erasure() {
        OwnTables.areAllNamed(Ground.get().bean(OwnRecords.class), Ground.get().bean(JdbcClient.class));
    }
}
