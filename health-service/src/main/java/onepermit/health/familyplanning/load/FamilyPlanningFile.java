package onepermit.health.familyplanning.load;

import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.health.familyplanning.FamilyPlanning;
import onepermit.health.familyplanning.RecordFamilyPlanning;
import onepermit.health.recipient.Recipient;
import org.springframework.stereotype.Component;

/** Files of family-planning flags: one line a person. */
@Component
class FamilyPlanningFile implements ImportKind<FamilyPlanning> {
    private final PersonKeys keys;
    private final RecordFamilyPlanning familyPlanning;

    FamilyPlanningFile(PersonKeys keys, RecordFamilyPlanning familyPlanning) {
        this.keys = keys;
        this.familyPlanning = familyPlanning;
    }

    @Override
    public String name() {
        return "family-planning";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "18 characters (GB 11643)"),
                Column.required("compliant", "符合计划生育", "true/false, 1/0, 是/否"));
    }

    @Override
    public FamilyPlanning read(Row row) {
        CitizenId id = row.citizenId("citizen_id");
        return new FamilyPlanning(new Recipient(keys.of(id), id), row.flag("compliant"));
    }

    @Override
    public void store(List<FamilyPlanning> batch) {
        familyPlanning.record(batch);
    }
}
