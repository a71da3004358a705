package onepermit.permit.permit.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import onepermit.permit.permit.PermitNotice;
import onepermit.permit.permit.PermitNotices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NoticeTable implements PermitNotices {
    private final JdbcClient database;

    NoticeTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<PermitNotice> record(Collection<PermitNotice> notices) {
        return notices.stream().filter(this::record).toList();
    }

    @Override
    public List<PermitNotice> of(String number) {
        return database.sql("SELECT kind, begins_on FROM permit_notice WHERE number = ? ORDER BY begins_on")
                .param(number)
                .query((row, n) -> new PermitNotice(
                        number, PermitNotice.Kind.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)))
                .list();
    }

    private boolean record(PermitNotice notice) {
        return database.sql(
                                "INSERT INTO permit_notice (number, kind, begins_on) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(notice.number(), notice.kind().name(), notice.on())
                        .update()
                == 1;
    }
}
