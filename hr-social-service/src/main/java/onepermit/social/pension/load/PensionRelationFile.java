package onepermit.social.pension.load;

import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.social.insured.Insured;
import onepermit.social.pension.RecordRelations;
import onepermit.social.pension.RecordedRelation;
import onepermit.social.pension.RelationRecord;
import org.springframework.stereotype.Component;

/** Files of pension relations: one line a person and place. */
@Component
class PensionRelationFile implements ImportKind<RecordedRelation> {
    private static final int LONGEST_LIFE_MONTHS = 1_200;

    private final PersonKeys keys;
    private final RecordRelations relations;

    PensionRelationFile(PersonKeys keys, RecordRelations relations) {
        this.keys = keys;
        this.relations = relations;
    }

    @Override
    public String name() {
        return "pension-relation";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "18 characters (GB 11643)"),
                Column.required("place", "参保地", "pooling region, GB/T 2260"),
                Column.required("deemed_months", "视同缴费月数", "months that count as paid"),
                Column.optional("temporary", "临时账户", "temporary contribution account, true or false; empty = false"));
    }

    @Override
    public RecordedRelation read(Row row) {
        CitizenId id = row.citizenId("citizen_id");
        return new RecordedRelation(
                new Insured(keys.of(id), id),
                row.division("place"),
                new RelationRecord(
                        Math.toIntExact(row.integer("deemed_months", 0, LONGEST_LIFE_MONTHS)),
                        row.flagIfAny("temporary").orElse(false)));
    }

    @Override
    public void store(List<RecordedRelation> batch) {
        relations.record(batch);
    }
}
