package onepermit.exchange.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.yaml.Yaml;

/** Reads the catalogue from YAML, strictly; a wrong entry is named with its file, its place and what was expected. */
public final class CatalogueFile {
    private static final String SHIPPED = "catalogue/datasets.yaml";
    private static final Set<String> KEYS = Set.of(
            "id",
            "owner",
            "sharingClass",
            "generation",
            "personKey",
            "partitions",
            "payloadType",
            "coverage",
            "maxAge",
            "consumers");

    private CatalogueFile() {}

    /**
     * @param file its name, for errors
     * @param topicPrefix begins every topic's name
     * @throws CatalogueInvalid anything is missing, unknown or not as expected
     */
    public static Catalogue read(String file, InputStream text, String topicPrefix) {
        Yaml yaml = Yaml.read(CatalogueInvalid::new, file, text);
        yaml.onlyKeys(Set.of("datasets"));
        Set<String> ids = new HashSet<>();
        return new Catalogue(yaml.children("datasets").stream()
                .map(entry -> dataset(entry, ids, topicPrefix))
                .toList());
    }

    /** The catalogue shipped with the exchange. */
    public static Catalogue shipped(String topicPrefix) {
        try (InputStream text = CatalogueFile.class.getResourceAsStream("/" + SHIPPED)) {
            if (text == null) {
                throw new CatalogueInvalid(SHIPPED, "", "is not on the class path");
            }
            return read(SHIPPED, text, topicPrefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dataset dataset(Yaml entry, Set<String> ids, String topicPrefix) {
        entry.onlyKeys(KEYS);
        String id = entry.text("id");
        if (!ids.add(id)) {
            throw entry.wrong("named twice");
        }
        int generation = Entries.positive(entry, "generation");
        return new Dataset(
                id,
                entry.text("owner"),
                Entries.constant(entry, "sharingClass", SharingClass.class),
                generation,
                entry.value("personKey").isPresent() ? Entries.positive(entry, "personKey") : 1,
                Entries.positive(entry, "partitions"),
                entry.text("payloadType"),
                coverage(Entries.child(entry, "coverage")),
                entry.children("consumers").stream()
                        .map(CatalogueFile::consumer)
                        .toList(),
                entry.durationIfAny("maxAge").orElseThrow(() -> entry.wrong("'maxAge' is missing")),
                topicPrefix + id + ".g" + generation);
    }

    private static Coverage coverage(Yaml entry) {
        entry.onlyKeys(Set.of("divisions", "from"));
        List<String> divisions = entry.texts("divisions");
        if (divisions.isEmpty() || !divisions.stream().allMatch(code -> code.matches("\\*|[0-9]{6}"))) {
            throw entry.wrong("'divisions' are codes of six digits (GB/T 2260) or \"*\", not " + divisions);
        }
        return new Coverage(divisions, entry.date("from"));
    }

    private static Consumer consumer(Yaml entry) {
        entry.onlyKeys(Set.of("department", "purposes"));
        List<String> purposes = entry.texts("purposes");
        purposes.stream().filter(CatalogueFile::unknownPurpose).findFirst().ifPresent(unknown -> {
            throw entry.wrong("'" + unknown + "' is no purpose of onepermit.exchange.v1.Purpose");
        });
        return new Consumer(entry.text("department"), purposes);
    }

    private static boolean unknownPurpose(String name) {
        return Purpose.getDescriptor().findValueByName("PURPOSE_" + name) == null;
    }
}
