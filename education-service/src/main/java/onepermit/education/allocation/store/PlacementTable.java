package onepermit.education.allocation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import onepermit.education.allocation.Placement;
import onepermit.education.allocation.PlacementStanding;
import onepermit.education.allocation.Placements;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlacementTable implements Placements {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PlacementTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<Placement> find(String number) {
        return jdbc.sql("SELECT * FROM placement WHERE number = ?")
                .param(number)
                .query(PlacementTable::placement)
                .optional();
    }

    @Override
    public List<Placement> ofRound(String round) {
        return jdbc.sql("SELECT * FROM placement WHERE round = ? ORDER BY rank")
                .param(round)
                .query(PlacementTable::placement)
                .list();
    }

    @Override
    public boolean any(String round) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM placement WHERE round = ?)")
                .param(round)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(List<Placement> placements) {
        batches.batchUpdate(
                "INSERT INTO placement (round, rank, school, preference, standing, version, number) VALUES (?, ?, ?, ?, ?, ?, ?)",
                placements,
                BATCH,
                (row, placement) -> {
                    row.setString(1, placement.round());
                    row.setInt(2, placement.rank());
                    row.setString(3, placement.school());
                    row.setInt(4, placement.preference());
                    row.setString(5, placement.standing().name());
                    row.setLong(6, placement.version());
                    row.setString(7, placement.number());
                });
    }

    @Override
    public void store(List<Placement> placements) {
        batches.batchUpdate(
                "UPDATE placement SET school = ?, preference = ?, standing = ?, version = ? WHERE number = ?",
                placements,
                BATCH,
                (row, placement) -> {
                    row.setString(1, placement.school());
                    row.setInt(2, placement.preference());
                    row.setString(3, placement.standing().name());
                    row.setLong(4, placement.version());
                    row.setString(5, placement.number());
                });
    }

    private static Placement placement(ResultSet row, int number) throws SQLException {
        return new Placement(
                row.getString("number"),
                row.getString("round"),
                row.getInt("rank"),
                row.getString("school"),
                row.getInt("preference"),
                PlacementStanding.valueOf(row.getString("standing")),
                row.getLong("version"));
    }
}
