package onepermit.exchange.catalogue;

import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import onepermit.exchange.yaml.Yaml;

/** Reads the description of a dataset; every field of its payload must be described, and no other. */
final class DescriptionFile {
    private static final Set<String> KEYS =
            Set.of("version", "name", "definition", "sharingBasis", "updateRule", "persons", "fields", "knownDefects");

    private DescriptionFile() {}

    /** @throws CatalogueInvalid anything is missing, unknown or not as expected */
    static Description read(Dataset dataset, String file, InputStream text) {
        Yaml yaml = Yaml.read(CatalogueInvalid::new, file, text);
        yaml.onlyKeys(KEYS);
        List<Field> fields = yaml.children("fields").stream()
                .map(entry -> Entries.inside(entry, Set.of("name", "sensitivity", "zh", "en")))
                .map(entry -> new Field(
                        entry.text("name"),
                        Entries.constant(entry, "sensitivity", Sensitivity.class),
                        Entries.words(entry)))
                .toList();
        checkFields(yaml, dataset, fields);
        return new Description(
                Entries.positive(yaml, "version"),
                words(yaml, "name"),
                words(yaml, "definition"),
                words(yaml, "sharingBasis"),
                words(yaml, "updateRule"),
                words(yaml, "persons"),
                fields,
                yaml.children("knownDefects").stream()
                        .map(DescriptionFile::words)
                        .toList());
    }

    private static void checkFields(Yaml yaml, Dataset dataset, List<Field> described) {
        List<String> expected = PayloadMessage.fields(dataset).toList();
        Set<String> missing = new LinkedHashSet<>(expected);
        for (Field field : described) {
            if (!missing.remove(field.path())) {
                throw yaml.wrong("fields: '" + field.path() + "' is described twice or is no field of "
                        + dataset.payloadType() + "; its fields are " + expected);
            }
        }
        if (!missing.isEmpty()) {
            throw yaml.wrong("fields: " + missing + " of " + dataset.payloadType() + " are not described");
        }
    }

    private static Words words(Yaml yaml, String key) {
        return words(Entries.child(yaml, key));
    }

    private static Words words(Yaml entry) {
        return Entries.words(Entries.inside(entry, Set.of("zh", "en")));
    }
}
