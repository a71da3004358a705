package onepermit.social.wagetax.load;

import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.social.insured.Insured;
import onepermit.social.wagetax.RecordWageTax;
import onepermit.social.wagetax.TaxedMonth;
import org.springframework.stereotype.Component;

/** Wage-tax files: one line a month. */
@Component
class WageTaxFile implements ImportKind<TaxedMonth> {
    private final PersonKeys keys;
    private final RecordWageTax wageTax;

    WageTaxFile(PersonKeys keys, RecordWageTax wageTax) {
        this.keys = keys;
        this.wageTax = wageTax;
    }

    @Override
    public String name() {
        return "wage-tax";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "18 characters (GB 11643)"),
                Column.required("place", "纳税地", "place of the tax office, GB/T 2260"),
                Column.required("month", "税款所属月份", "YYYY-MM, not in the future"));
    }

    @Override
    public TaxedMonth read(Row row) {
        CitizenId id = row.citizenId("citizen_id");
        return new TaxedMonth(new Insured(keys.of(id), id), row.division("place"), row.month("month"));
    }

    @Override
    public void store(List<TaxedMonth> batch) {
        wageTax.record(batch);
    }
}
