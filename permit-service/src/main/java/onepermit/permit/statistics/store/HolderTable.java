package onepermit.permit.statistics.store;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.statistics.HolderCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HolderTable implements HolderCounts {
    private final JdbcClient database;

    HolderTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<DivisionCode> issuingIn(DivisionCode within) {
        return database.sql("SELECT DISTINCT division FROM permit WHERE starts_with(division, ?) ORDER BY division")
                .param(within.prefix())
                .query((row, number) -> new DivisionCode(row.getString(1)))
                .list();
    }

    @Override
    public long holders(DivisionCode division, LocalDate on, LocalDate endorsedFrom) {
        return database.sql("""
                        SELECT count(DISTINCT person) FROM permit
                        WHERE division = ? AND issued_on <= ? AND (cancelled_on IS NULL OR cancelled_on > ?) AND endorsed_to >= ?""")
                .params(division.value(), on, on, endorsedFrom)
                .query(Long.class)
                .single();
    }
}
