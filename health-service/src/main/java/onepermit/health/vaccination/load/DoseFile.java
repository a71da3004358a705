package onepermit.health.vaccination.load;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.health.recipient.Recipient;
import onepermit.health.vaccination.Dose;
import onepermit.health.vaccination.RecordDoses;
import onepermit.health.vaccination.RecordedDose;
import onepermit.health.vaccination.Vaccine;
import org.springframework.stereotype.Component;

/** Files of doses: one line a dose. */
@Component
class DoseFile implements ImportKind<RecordedDose> {
    private static final Map<String, Vaccine> VACCINES = vaccines();

    private final PersonKeys keys;
    private final RecordDoses doses;

    DoseFile(PersonKeys keys, RecordDoses doses) {
        this.keys = keys;
        this.doses = doses;
    }

    @Override
    public String name() {
        return "dose";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "18 characters (GB 11643)"),
                Column.required(
                        "vaccine",
                        "疫苗",
                        "HepB 乙肝 | BCG 卡介苗 | IPV 脊灰灭活 | bOPV 脊灰减毒 | DTaP 百白破 | DT 白破 | MMR 麻腮风 | JE-L 乙脑减毒 | JE-I 乙脑灭活"
                                + " | MPSV-A 流脑A | MPSV-AC 流脑A+C | HepA-L 甲肝减毒 | HepA-I 甲肝灭活"),
                Column.required("given_on", "接种日期", "YYYY-MM-DD, not in the future, not before birth"),
                Column.required("division", "接种单位所在地", "division of the vaccination unit, GB/T 2260"));
    }

    @Override
    public RecordedDose read(Row row) {
        CitizenId id = row.citizenId("citizen_id");
        Vaccine vaccine = row.code("vaccine", VACCINES);
        LocalDate givenOn = RecordedDose.notBeforeBirth("given_on", row.pastDate("given_on"), id);
        return new RecordedDose(new Recipient(keys.of(id), id), new Dose(vaccine, givenOn, row.division("division")));
    }

    @Override
    public void store(List<RecordedDose> batch) {
        doses.record(batch);
    }

    private static Map<String, Vaccine> vaccines() {
        Map<String, Vaccine> vaccines = new HashMap<>();
        for (Vaccine vaccine : Vaccine.values()) {
            vaccines.put(vaccine.code(), vaccine);
            vaccines.put(vaccine.nameZh(), vaccine);
        }
        return Map.copyOf(vaccines);
    }
}
