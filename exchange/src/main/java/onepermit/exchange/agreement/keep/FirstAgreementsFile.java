package onepermit.exchange.agreement.keep;

import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onepermit.exchange.catalogue.CatalogueInvalid;
import onepermit.exchange.v1.AgreementTerms;
import onepermit.exchange.v1.DatasetGrant;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.yaml.Yaml;

/** Reads agreements from YAML, strictly; a wrong entry is named with its file, its place and what was expected. */
final class FirstAgreementsFile {
    private static final Set<String> KEYS =
            Set.of("id", "owner", "consumer", "purposes", "datasets", "from", "to", "legalBasis");

    private FirstAgreementsFile() {}

    /** An agreement as the file has it. */
    record Entry(String id, String owner, String consumer, AgreementTerms terms, String legalBasis) {}

    /** @throws CatalogueInvalid anything is missing, unknown or not as expected */
    static List<Entry> read(String file, InputStream text) {
        Yaml yaml = Yaml.read(CatalogueInvalid::new, file, text);
        yaml.onlyKeys(Set.of("agreements"));
        Set<String> ids = new HashSet<>();
        return yaml.children("agreements").stream()
                .map(entry -> entry(entry, ids))
                .toList();
    }

    private static Entry entry(Yaml entry, Set<String> ids) {
        entry.onlyKeys(KEYS);
        String id = entry.text("id");
        if (!ids.add(id) || !id.startsWith(entry.text("owner") + "-")) {
            throw entry.wrong("'id' is '<owner>-…' and stands once in the file");
        }
        return new Entry(id, entry.text("owner"), entry.text("consumer"), terms(entry), entry.text("legalBasis"));
    }

    private static AgreementTerms terms(Yaml entry) {
        return AgreementTerms.newBuilder()
                .addAllGrants(entry.children("datasets").stream()
                        .map(FirstAgreementsFile::grant)
                        .toList())
                .addAllPurposes(entry.texts("purposes").stream()
                        .map(name -> purpose(entry, name))
                        .toList())
                .setValidFrom(entry.date("from").toString())
                .setValidTo(entry.date("to").toString())
                .build();
    }

    private static DatasetGrant grant(Yaml dataset) {
        dataset.onlyKeys(Set.of("id", "fields"));
        return DatasetGrant.newBuilder()
                .setDataset(dataset.text("id"))
                .addAllFields(dataset.texts("fields"))
                .build();
    }

    private static Purpose purpose(Yaml entry, String name) {
        var known = Purpose.getDescriptor().findValueByName("PURPOSE_" + name);
        if (known == null) {
            throw entry.wrong("'" + name + "' is no purpose of onepermit.exchange.v1.Purpose");
        }
        return Purpose.valueOf(known);
    }
}
