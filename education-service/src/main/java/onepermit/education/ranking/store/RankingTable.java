package onepermit.education.ranking.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onepermit.education.ranking.RankedLine;
import onepermit.education.ranking.RankingList;
import onepermit.education.ranking.Rankings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class RankingTable implements Rankings {
    private static final int BATCH = 1_000;
    private static final int LISTS_KEPT = 8;

    /** A list that was committed never changes. */
    private final Cache<Generation, List<RankedLine>> committed =
            Caffeine.newBuilder().maximumSize(LISTS_KEPT).build();

    private record Generation(String round, int number) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RankingTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<RankingList> latest(String round) {
        return jdbc.sql("SELECT * FROM ranking WHERE round = ? ORDER BY generation DESC LIMIT 1")
                .param(round)
                .query(this::list)
                .optional();
    }

    @Override
    public void add(RankingList list) {
        jdbc.sql(
                        "INSERT INTO ranking (round, generation, published_from, published_to, point_scale, labels) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        list.round(),
                        list.generation(),
                        list.from(),
                        list.to(),
                        list.pointScale(),
                        list.labels().toArray(String[]::new))
                .update();
        batches.batchUpdate(
                "INSERT INTO ranking_line (round, generation, rank, number, points, decided_by) VALUES (?, ?, ?, ?, ?, ?)",
                list.lines(),
                BATCH,
                (row, line) -> {
                    row.setString(1, list.round());
                    row.setInt(2, list.generation());
                    row.setInt(3, line.rank());
                    row.setString(4, line.number());
                    row.setInt(5, line.points());
                    row.setString(6, line.decidedBy());
                });
    }

    private RankingList list(ResultSet row, int number) throws SQLException {
        String round = row.getString("round");
        int generation = row.getInt("generation");
        return new RankingList(
                round,
                generation,
                row.getObject("published_from", LocalDate.class),
                row.getObject("published_to", LocalDate.class),
                row.getInt("point_scale"),
                Arrays.asList((String[]) row.getArray("labels").getArray()),
                lines(new Generation(round, generation)));
    }

    /** Anyone may ask for the published list, again and again: it is read once. Inside a transaction it may not be committed yet. */
    private List<RankedLine> lines(Generation generation) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? read(generation)
                : committed.get(generation, this::read);
    }

    private List<RankedLine> read(Generation generation) {
        return jdbc.sql(
                        "SELECT rank, number, points, decided_by FROM ranking_line WHERE round = ? AND generation = ? ORDER BY rank")
                .params(generation.round(), generation.number())
                .query((row, number) -> new RankedLine(
                        row.getInt("rank"), row.getString("number"), row.getInt("points"), row.getString("decided_by")))
                .list();
    }
}
