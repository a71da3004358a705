package onepermit.permit.settlement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.settlement.SettlementFiling;
import onepermit.permit.settlement.SettlementFiling.Disqualified;
import onepermit.permit.settlement.SettlementFiling.Settled;
import onepermit.permit.settlement.SettlementFilings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SettlementFilingTable implements SettlementFilings {
    private final JdbcClient database;

    SettlementFilingTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String nextNumber(DivisionCode city, int year) {
        long next = database.sql("SELECT nextval('settlement_filing_seq')")
                .query(Long.class)
                .single();
        return "%s-%d-%07d".formatted(city.value(), year, next);
    }

    @Override
    public void save(SettlementFiling filing) {
        Optional<Settled> settled = filing.settled();
        Optional<Disqualified> fraud = filing.disqualified();
        database.sql("""
                        INSERT INTO settlement_filing (number, person, city, year, division, employer, filed_on, claim_item, claim_value,
                            finding_item, finding_value, found_in, reviewed, decision, in_ranking, points, point_scale, indicator,
                            indicator_points, labels, disqualified_on, banned_until, officer, explanation, article, rank, version)
                        VALUES (:number, :person, :city, :year, :division, :employer, :filedOn, :claimItem, :claimValue,
                            :findingItem, :findingValue, :foundIn, :reviewed, :decision, :inRanking, :points, :pointScale, :indicator,
                            :indicatorPoints, :labels, :disqualifiedOn, :bannedUntil, :officer, :explanation, :article, :rank, :version)
                        ON CONFLICT (number) DO UPDATE SET finding_item = excluded.finding_item, finding_value = excluded.finding_value,
                            found_in = excluded.found_in, reviewed = excluded.reviewed, decision = excluded.decision,
                            in_ranking = excluded.in_ranking, points = excluded.points, point_scale = excluded.point_scale,
                            indicator = excluded.indicator, indicator_points = excluded.indicator_points, labels = excluded.labels,
                            disqualified_on = excluded.disqualified_on, banned_until = excluded.banned_until, officer = excluded.officer,
                            explanation = excluded.explanation, article = excluded.article, version = excluded.version""")
                .param("number", filing.number())
                .param("person", filing.person().bytes())
                .param("city", filing.city().value())
                .param("year", filing.year())
                .param("division", filing.division().value())
                .param("employer", filing.employer())
                .param("filedOn", filing.filedOn())
                .param("claimItem", filing.claims().values().keySet().toArray(String[]::new))
                .param("claimValue", filing.claims().values().values().toArray(String[]::new))
                .param("findingItem", filing.findings().items())
                .param("findingValue", filing.findings().values())
                .param("foundIn", filing.findings().foundIn())
                .param("reviewed", filing.reviewed())
                .param("decision", settled.map(Settled::decision).orElse(null))
                .param("inRanking", settled.map(Settled::inRanking).orElse(null))
                .param("points", settled.map(Settled::points).orElse(null))
                .param("pointScale", settled.map(Settled::pointScale).orElse(null))
                .param(
                        "indicator",
                        settled.map(of -> of.byIndicator().keySet().toArray(String[]::new))
                                .orElse(null))
                .param(
                        "indicatorPoints",
                        settled.map(of -> of.byIndicator().values().toArray(Integer[]::new))
                                .orElse(null))
                .param(
                        "labels",
                        settled.map(of -> of.labels().toArray(String[]::new)).orElse(null))
                .param("disqualifiedOn", fraud.map(Disqualified::on).orElse(null))
                .param("bannedUntil", fraud.map(Disqualified::bannedUntil).orElse(null))
                .param("officer", fraud.map(Disqualified::officer).orElse(null))
                .param("explanation", fraud.map(Disqualified::explanation).orElse(null))
                .param("article", fraud.map(Disqualified::article).orElse(null))
                .param("rank", filing.rank())
                .param("version", filing.version())
                .update();
    }

    @Override
    public Optional<SettlementFiling> find(String number) {
        return database.sql("SELECT * FROM settlement_filing WHERE number = ?")
                .param(number)
                .query(SettlementFilingTable::filing)
                .optional();
    }

    @Override
    public Optional<SettlementFiling> latest(PersonKey person) {
        return database.sql("SELECT * FROM settlement_filing WHERE person = ? ORDER BY year DESC, number DESC LIMIT 1")
                .param(person.bytes())
                .query(SettlementFilingTable::filing)
                .optional();
    }

    @Override
    public Optional<SettlementFiling> of(PersonKey person, DivisionCode city, int year) {
        return database.sql("SELECT * FROM settlement_filing WHERE person = ? AND city = ? AND year = ?")
                .param(person.bytes())
                .param(city.value())
                .param(year)
                .query(SettlementFilingTable::filing)
                .optional();
    }

    @Override
    public List<SettlementFiling> ofIntake(DivisionCode city, int year) {
        return database.sql("SELECT * FROM settlement_filing WHERE city = ? AND year = ? ORDER BY number")
                .param(city.value())
                .param(year)
                .query(SettlementFilingTable::filing)
                .list();
    }

    @Override
    public Optional<LocalDate> bannedUntil(PersonKey person, DivisionCode city) {
        return database.sql("""
                        SELECT banned_until FROM settlement_filing
                        WHERE person = ? AND city = ? AND banned_until IS NOT NULL ORDER BY banned_until DESC LIMIT 1""")
                .param(person.bytes())
                .param(city.value())
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public void rank(DivisionCode city, int year, Map<String, Integer> ranks) {
        database.sql("""
                        UPDATE settlement_filing f SET rank = coalesce(
                            (SELECT r.rank FROM unnest(?::text[], ?::int[]) AS r (number, rank) WHERE r.number = f.number), 0)
                        WHERE city = ? AND year = ?""")
                .param(ranks.keySet().toArray(String[]::new))
                .param(ranks.values().toArray(Integer[]::new))
                .param(city.value())
                .param(year)
                .update();
    }

    private static SettlementFiling filing(ResultSet row, int number) throws SQLException {
        return new SettlementFiling(
                row.getString("number"),
                PersonKey.of(row.getBytes("person")),
                new DivisionCode(row.getString("city")),
                row.getInt("year"),
                new DivisionCode(row.getString("division")),
                row.getString("employer"),
                row.getObject("filed_on", LocalDate.class),
                Claims.of(Columns.texts(row, "claim_item"), Columns.texts(row, "claim_value")),
                Findings.of(
                        Columns.texts(row, "finding_item"),
                        Columns.texts(row, "finding_value"),
                        Columns.texts(row, "found_in")),
                row.getBoolean("reviewed"),
                settled(row),
                disqualified(row),
                row.getInt("rank"),
                row.getLong("version"));
    }

    private static Optional<Settled> settled(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        if (decision == null) {
            return Optional.empty();
        }
        String[] indicators = Columns.texts(row, "indicator");
        Integer[] points = Columns.numbers(row, "indicator_points");
        Map<String, Integer> byIndicator = HashMap.newHashMap(indicators.length);
        for (int i = 0; i < indicators.length; i++) {
            byIndicator.put(indicators[i], points[i]);
        }
        return Optional.of(new Settled(
                decision,
                row.getBoolean("in_ranking"),
                row.getInt("points"),
                row.getInt("point_scale"),
                byIndicator,
                List.of(Columns.texts(row, "labels"))));
    }

    private static Optional<Disqualified> disqualified(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("disqualified_on", LocalDate.class);
        return on == null
                ? Optional.empty()
                : Optional.of(new Disqualified(
                        on,
                        row.getObject("banned_until", LocalDate.class),
                        row.getString("officer"),
                        row.getString("explanation"),
                        row.getString("article")));
    }
}
