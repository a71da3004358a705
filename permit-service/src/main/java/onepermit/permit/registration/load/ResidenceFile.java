package onepermit.permit.registration.load;

import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.permit.OwnerTransaction;
import onepermit.permit.registration.AddressPeriod;
import onepermit.permit.registration.PeriodOf;
import onepermit.permit.registration.RecordPeriods;
import onepermit.permit.registration.ResidenceKind;
import org.springframework.stereotype.Component;

/** File kind {@code residence}: address periods. */
@Component
class ResidenceFile implements ImportKind<PeriodOf> {
    private static final Map<String, ResidenceKind> KINDS = Map.of(
            "REGISTRATION",
            ResidenceKind.REGISTRATION,
            "居住登记",
            ResidenceKind.REGISTRATION,
            "TEMPORARY_PERMIT",
            ResidenceKind.TEMPORARY_PERMIT,
            "暂住证",
            ResidenceKind.TEMPORARY_PERMIT,
            "REGISTRATION_CARD",
            ResidenceKind.REGISTRATION_CARD,
            "居住登记卡",
            ResidenceKind.REGISTRATION_CARD,
            "WORK_PERMIT",
            ResidenceKind.WORK_PERMIT,
            "工作居住证",
            ResidenceKind.WORK_PERMIT);

    private final PersonKeys keys;
    private final OwnerTransaction transaction;
    private final RecordPeriods record;

    ResidenceFile(PersonKeys keys, OwnerTransaction transaction, RecordPeriods record) {
        this.keys = keys;
        this.transaction = transaction;
        this.record = record;
    }

    @Override
    public String name() {
        return "residence";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "GB 11643, 18 characters"),
                Column.required("division", "居住地", "GB/T 2260"),
                Column.optional("address", "地址", "never published"),
                Column.required(
                        "kind",
                        "登记类型",
                        "REGISTRATION 居住登记 | TEMPORARY_PERMIT 暂住证 | REGISTRATION_CARD 居住登记卡 | WORK_PERMIT 工作居住证"),
                Column.required("from", "起始日期", "YYYY-MM-DD"),
                Column.optional("to", "截止日期", "YYYY-MM-DD; empty = still there"));
    }

    @Override
    public PeriodOf read(Row row) {
        AddressPeriod period = new AddressPeriod(
                row.division("division"),
                row.textIfAny("address").orElse(""),
                row.code("kind", KINDS),
                row.pastDate("from"),
                row.dateIfAny("to").orElse(null));
        if (period.to() != null && period.to().isBefore(period.from())) {
            throw row.refused("to", "DATE_ORDER", period.to() + " is before the first day " + period.from());
        }
        return new PeriodOf(keys.of(row.citizenId("citizen_id")), period);
    }

    @Override
    public void store(List<PeriodOf> batch) {
        transaction.run(batch.stream().map(PeriodOf::person).toList(), () -> record.all(batch));
    }
}
