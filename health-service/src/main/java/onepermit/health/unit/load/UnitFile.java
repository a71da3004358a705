package onepermit.health.unit.load;

import java.util.List;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.health.unit.Units;
import onepermit.health.unit.VaccinationUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Files of vaccination units: one line a unit. */
@Component
class UnitFile implements ImportKind<VaccinationUnit> {
    private final TransactionOperations transaction;
    private final Units units;

    UnitFile(TransactionOperations transaction, Units units) {
        this.transaction = transaction;
        this.units = units;
    }

    @Override
    public String name() {
        return "vaccination-unit";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "接种单位编号", "up to 64 characters"),
                Column.required("name", "接种单位名称", "text"),
                Column.required("division", "所在地", "GB/T 2260; its area"),
                Column.optional("takes_in", "接收迁入儿童", "true | false; empty = true"));
    }

    @Override
    public VaccinationUnit read(Row row) {
        return new VaccinationUnit(
                row.text("code"),
                row.text("name"),
                row.division("division"),
                row.flagIfAny("takes_in").orElse(true));
    }

    @Override
    public void store(List<VaccinationUnit> batch) {
        transaction.executeWithoutResult(status -> units.record(batch));
    }
}
