package onepermit.permit.kinship.load;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.identity.Relation;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.permit.OwnerTransaction;
import onepermit.permit.kinship.Kinship;
import onepermit.permit.kinship.KinshipClaim;
import onepermit.permit.kinship.RecordKinships;
import org.springframework.stereotype.Component;

/** File kind {@code kinship}: parents of children. */
@Component
class KinshipFile implements ImportKind<Kinship> {
    private static final Map<String, Relation> RELATIONS =
            Map.of("FATHER", Relation.FATHER, "父亲", Relation.FATHER, "MOTHER", Relation.MOTHER, "母亲", Relation.MOTHER);

    private final PersonKeys keys;
    private final OwnerTransaction transaction;
    private final RecordKinships record;

    KinshipFile(PersonKeys keys, OwnerTransaction transaction, RecordKinships record) {
        this.keys = keys;
        this.transaction = transaction;
        this.record = record;
    }

    @Override
    public String name() {
        return "kinship";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("child_id", "子女身份号码", "GB 11643, 18 characters"),
                Column.required("parent_id", "父母身份号码", "GB 11643, 18 characters"),
                Column.required("relation", "关系", "FATHER 父亲 | MOTHER 母亲; of the parent to the child"));
    }

    @Override
    public Kinship read(Row row) {
        KinshipClaim claim = new KinshipClaim(
                row.citizenId("child_id"), row.code("relation", RELATIONS), row.citizenId("parent_id"));
        claim.refusal().ifPresent(refusal -> {
            throw row.refused("parent_id", refusal.reason(), refusal.text());
        });
        return new Kinship(keys.of(claim.child()), claim.relation(), keys.of(claim.parent()));
    }

    @Override
    public void store(List<Kinship> batch) {
        transaction.run(
                batch.stream()
                        .flatMap(kinship -> Stream.of(kinship.child(), kinship.parent()))
                        .toList(),
                () -> record.all(batch));
    }
}
