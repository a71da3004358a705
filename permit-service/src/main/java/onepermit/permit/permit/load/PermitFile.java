package onepermit.permit.permit.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.OwnerTransaction;
import onepermit.permit.permit.Ending;
import onepermit.permit.permit.EndingReason;
import onepermit.permit.permit.PermitClass;
import onepermit.permit.permit.RecordPermits;
import onepermit.permit.permit.ResidencePermit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** File kind {@code permit}: permits issued before, with their dates. */
@Component
class PermitFile implements ImportKind<ResidencePermit> {
    private static final Map<String, PermitClass> CLASSES = Map.of(
            "ORDINARY",
            PermitClass.ORDINARY,
            "居住证",
            PermitClass.ORDINARY,
            "TEMPORARY",
            PermitClass.TEMPORARY,
            "临时居住证",
            PermitClass.TEMPORARY,
            "SKILLED",
            PermitClass.SKILLED,
            "技术员工居住证",
            PermitClass.SKILLED,
            "HIGH_TALENT",
            PermitClass.HIGH_TALENT,
            "高层次人才居住证",
            PermitClass.HIGH_TALENT);

    private final PersonKeys keys;
    private final OwnerTransaction transaction;
    private final RecordPermits record;

    PermitFile(PersonKeys keys, OwnerTransaction transaction, RecordPermits record) {
        this.keys = keys;
        this.transaction = transaction;
        this.record = record;
    }

    @Override
    public String name() {
        return "permit";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "GB 11643, 18 characters"),
                Column.required("division", "签发地", "GB/T 2260"),
                Column.required("number", "证件编号", "as printed, up to 64 characters"),
                Column.required("issued_on", "签发日期", "YYYY-MM-DD"),
                Column.required("endorsed_to", "签注有效期", "YYYY-MM-DD, may lie ahead"),
                Column.optional("cancelled_on", "注销日期", "YYYY-MM-DD; empty = not cancelled"),
                Column.optional(
                        "class",
                        "证件类别",
                        "ORDINARY 居住证 | TEMPORARY 临时居住证 | SKILLED 技术员工居住证 | HIGH_TALENT 高层次人才居住证; empty = ORDINARY"));
    }

    @Override
    public ResidencePermit read(Row row) {
        LocalDate issued = row.pastDate("issued_on");
        LocalDate endorsedTo = row.date("endorsed_to");
        if (endorsedTo.isBefore(issued)) {
            throw row.refused("endorsed_to", "DATE_ORDER", endorsedTo + " is before the day of issue " + issued);
        }
        return new ResidencePermit(
                keys.of(row.citizenId("citizen_id")),
                row.text("number"),
                row.division("division"),
                row.codeIfAny("class", CLASSES).orElse(PermitClass.ORDINARY),
                issued,
                endorsedTo,
                issued,
                row.pastDateIfAny("cancelled_on")
                        .map(on -> Ending.byRecord(on, EndingReason.NOT_STATED))
                        .orElse(null));
    }

    @Override
    public void store(List<ResidencePermit> batch) {
        try {
            transaction.run(batch.stream().map(ResidencePermit::person).toList(), () -> record.all(batch));
        } catch (DuplicateKeyException e) {
            throw new RefusalException(Refusal.alreadyExists(
                    "PERMIT_NUMBER_TAKEN", "number", "another person's permit has this number; compare both cards"));
        }
    }
}
