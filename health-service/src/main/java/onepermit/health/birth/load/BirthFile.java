package onepermit.health.birth.load;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.health.birth.Birth;
import onepermit.health.birth.RecordBirths;
import onepermit.health.recipient.Recipient;
import org.springframework.stereotype.Component;

/** Files of births: one line a child. */
@Component
class BirthFile implements ImportKind<Birth> {
    private final PersonKeys keys;
    private final RecordBirths births;
    private final Clock clock;

    BirthFile(PersonKeys keys, RecordBirths births, Clock clock) {
        this.keys = keys;
        this.births = births;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "birth";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("child_id", "子女身份号码", "GB 11643, 18 characters"),
                Column.required("mother_id", "母亲身份号码", "GB 11643, 18 characters"),
                Column.optional("father_id", "父亲身份号码", "GB 11643, 18 characters; empty = not recorded"),
                Column.required("division", "出生登记地", "GB/T 2260"));
    }

    @Override
    public Birth read(Row row) {
        Optional<Recipient> father = row.textIfAny("father_id").map(text -> recipient(row.citizenId("father_id")));
        return new Birth(
                recipient(row.citizenId("child_id")),
                recipient(row.citizenId("mother_id")),
                father,
                row.division("division"),
                LocalDate.now(clock));
    }

    @Override
    public void store(List<Birth> batch) {
        births.record(batch);
    }

    private Recipient recipient(CitizenId id) {
        return new Recipient(keys.of(id), id);
    }
}
