package onepermit.permit.identity.load;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.permit.OwnerTransaction;
import onepermit.permit.hukou.Hukou;
import onepermit.permit.hukou.RecordHukou;
import onepermit.permit.identity.PersonName;
import onepermit.permit.identity.RecordNames;
import org.springframework.stereotype.Component;

/** File kind {@code person}: names and hukou places. */
@Component
class PersonFile implements ImportKind<PersonFile.Person> {
    private final PersonKeys keys;
    private final OwnerTransaction transaction;
    private final RecordNames names;
    private final RecordHukou hukous;

    PersonFile(PersonKeys keys, OwnerTransaction transaction, RecordNames names, RecordHukou hukous) {
        this.keys = keys;
        this.transaction = transaction;
        this.names = names;
        this.hukous = hukous;
    }

    @Override
    public String name() {
        return "person";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "GB 11643, 18 characters"),
                Column.required("name", "姓名", "as on the ID card"),
                Column.required("hukou_division", "户籍地", "GB/T 2260"),
                Column.optional("hukou_since", "户籍起始日", "YYYY-MM-DD; empty = since birth or unknown"));
    }

    @Override
    public Person read(Row row) {
        PersonKey key = keys.of(row.citizenId("citizen_id"));
        LocalDate since = row.pastDateIfAny("hukou_since").orElse(null);
        return new Person(new PersonName(key, row.text("name")), new Hukou(key, row.division("hukou_division"), since));
    }

    @Override
    public void store(List<Person> batch) {
        transaction.run(batch.stream().map(Person::key).toList(), () -> {
            names.all(batch.stream().map(Person::name).toList());
            hukous.all(batch.stream().map(Person::hukou).toList());
        });
    }

    record Person(PersonName name, Hukou hukou) {
        PersonKey key() {
            return name.person();
        }
    }
}
