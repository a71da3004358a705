package onepermit.exchange.replica;

import java.util.List;
import java.util.Map;
import onepermit.exchange.agreement.FieldCut;
import onepermit.exchange.agreement.GivenFields;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.publication.FactRow;

/**
 * What may be looked at in one reading.
 *
 * @param given dataset → fields, for the purpose of the question
 */
record Permission(Map<String, GivenFields> given, FieldCut cut) {

    boolean gives(Dataset dataset) {
        return given.containsKey(dataset.id());
    }

    /** Without the fields that are not given for this purpose: a copy holds those of all purposes together. */
    List<FactRow> seen(Dataset dataset, List<FactRow> rows) {
        GivenFields fields = given.getOrDefault(dataset.id(), GivenFields.NONE);
        return rows.isEmpty() || fields.whole()
                ? rows
                : rows.stream()
                        .map(row -> row.with(cut.cut(dataset, row.payload(), fields)))
                        .toList();
    }
}
