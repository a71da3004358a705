package onepermit.exchange.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the catalogue from YAML; says which dataset and field is wrong. */
public final class CatalogueFile {
    private CatalogueFile() {}

    /** @param topicPrefix begins every topic's name */
    public static Catalogue read(InputStream yaml, String topicPrefix) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        List<Map<String, Object>> datasets = field(file, "file", "datasets");
        return new Catalogue(
                datasets.stream().map(entry -> dataset(entry, topicPrefix)).toList());
    }

    /** The catalogue shipped with the exchange. */
    public static Catalogue shipped(String topicPrefix) {
        try (InputStream yaml = CatalogueFile.class.getResourceAsStream("/catalogue/datasets.yaml")) {
            return read(Objects.requireNonNull(yaml, "catalogue/datasets.yaml is not on the class path"), topicPrefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dataset dataset(Map<String, Object> entry, String topicPrefix) {
        String id = field(entry, "?", "id");
        int generation = field(entry, id, "generation");
        return new Dataset(
                id,
                field(entry, id, "owner"),
                SharingClass.valueOf(field(entry, id, "sharingClass")),
                generation,
                field(entry, id, "partitions"),
                field(entry, id, "payloadType"),
                coverage(id, field(entry, id, "coverage")),
                CatalogueFile.<List<Map<String, Object>>>field(entry, id, "consumers").stream()
                        .map(c -> new Consumer(field(c, id, "department"), field(c, id, "purposes")))
                        .toList(),
                Duration.parse(field(entry, id, "maxAge")),
                topicPrefix + id + ".g" + generation);
    }

    private static Coverage coverage(String id, Map<String, Object> entry) {
        return new Coverage(field(entry, id, "divisions"), LocalDate.parse(field(entry, id, "from")));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // YAML is untyped; a wrong type fails at once
    private static <T> T field(Map<String, Object> entry, String dataset, String name) {
        Object value = entry.get(name);
        if (value == null) {
            throw new IllegalArgumentException("catalogue: dataset '" + dataset + "' lacks '" + name + "'");
        }
        return (T) value;
    }
}
