package onepermit.social.points.store;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.social.points.ScoredFilings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ScoredTable implements ScoredFilings {
    private final JdbcClient jdbc;

    ScoredTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(String filing, LocalDate born) {
        jdbc.sql("INSERT INTO points_scored (filing, born) VALUES (?, ?) ON CONFLICT (filing) DO NOTHING")
                .params(filing, born)
                .update();
    }

    @Override
    public Optional<LocalDate> born(String filing) {
        return jdbc.sql("SELECT born FROM points_scored WHERE filing = ?")
                .param(filing)
                .query(LocalDate.class)
                .optional();
    }
}
