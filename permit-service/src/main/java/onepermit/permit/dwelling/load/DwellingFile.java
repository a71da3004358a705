package onepermit.permit.dwelling.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.permit.OwnerTransaction;
import onepermit.permit.dwelling.Dwelling;
import onepermit.permit.dwelling.DwellingKind;
import onepermit.permit.dwelling.DwellingUsage;
import onepermit.permit.dwelling.RecordDwellings;
import org.springframework.stereotype.Component;

/** File kind {@code dwelling}: titles, registered leases, dormitories. */
@Component
class DwellingFile implements ImportKind<Dwelling> {
    private static final int WHOLE = 10_000;
    private static final Map<String, DwellingKind> KINDS = Map.of(
            "OWNED",
            DwellingKind.OWNED,
            "自有",
            DwellingKind.OWNED,
            "REGISTERED_LEASE",
            DwellingKind.REGISTERED_LEASE,
            "备案租赁",
            DwellingKind.REGISTERED_LEASE,
            "DORMITORY",
            DwellingKind.DORMITORY,
            "单位宿舍",
            DwellingKind.DORMITORY);
    private static final Map<String, DwellingUsage> USAGES = Map.of(
            "RESIDENTIAL",
            DwellingUsage.RESIDENTIAL,
            "住宅",
            DwellingUsage.RESIDENTIAL,
            "COMMERCIAL_RESIDENTIAL",
            DwellingUsage.COMMERCIAL_RESIDENTIAL,
            "商住",
            DwellingUsage.COMMERCIAL_RESIDENTIAL);

    private final PersonKeys keys;
    private final OwnerTransaction transaction;
    private final RecordDwellings record;

    DwellingFile(PersonKeys keys, OwnerTransaction transaction, RecordDwellings record) {
        this.keys = keys;
        this.transaction = transaction;
        this.record = record;
    }

    @Override
    public String name() {
        return "dwelling";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "GB 11643, 18 characters"),
                Column.required("division", "所在地", "GB/T 2260"),
                Column.required("kind", "住所类型", "OWNED 自有 | REGISTERED_LEASE 备案租赁 | DORMITORY 单位宿舍"),
                Column.required("from", "起始日期", "YYYY-MM-DD"),
                Column.optional("to", "截止日期", "YYYY-MM-DD; empty = open"),
                Column.optional("share_bp", "份额万分比", "0 to 10000, owned only; empty = 10000"),
                Column.optional("usage", "用途", "RESIDENTIAL 住宅 | COMMERCIAL_RESIDENTIAL 商住; empty = RESIDENTIAL"),
                Column.optional("register_no", "登记编号", "number in the register it comes from"));
    }

    @Override
    public Dwelling read(Row row) {
        DwellingKind kind = row.code("kind", KINDS);
        LocalDate from = row.pastDate("from");
        LocalDate to = row.dateIfAny("to").orElse(null);
        if (to != null && to.isBefore(from)) {
            throw row.refused("to", "DATE_ORDER", to + " is before the first day " + from);
        }
        return new Dwelling(
                keys.of(row.citizenId("citizen_id")),
                row.division("division"),
                kind,
                from,
                to,
                share(row, kind),
                row.codeIfAny("usage", USAGES).orElse(DwellingUsage.RESIDENTIAL),
                row.textIfAny("register_no").orElse(""));
    }

    @Override
    public void store(List<Dwelling> batch) {
        transaction.run(batch.stream().map(Dwelling::person).toList(), () -> record.all(batch));
    }

    private static int share(Row row, DwellingKind kind) {
        if (kind != DwellingKind.OWNED) {
            return 0;
        }
        return row.integerIfAny("share_bp", 0, WHOLE).map(Math::toIntExact).orElse(WHOLE);
    }
}
