package onepermit.exchange.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the code tables that are shipped with the exchange. */
final class Tables {
    private Tables() {}

    static Map<String, Object> read(String path) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (InputStream table = Objects.requireNonNull(Tables.class.getResourceAsStream(path), path)) {
            return new Yaml(new SafeConstructor(strict)).load(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // a table of ours: its shape is tested
    static <V> Map<Object, V> map(Map<?, ?> of, String key) {
        return (Map<Object, V>) Objects.requireNonNull(of.get(key), key);
    }

    @SuppressWarnings("unchecked")
    static <V> List<V> list(Map<?, ?> of, String key) {
        return (List<V>) Objects.requireNonNull(of.get(key), key);
    }

    static Object require(Map<?, ?> of, String key) {
        return Objects.requireNonNull(of.get(key), key);
    }
}
