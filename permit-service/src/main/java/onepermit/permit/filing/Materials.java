package onepermit.permit.filing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import onepermit.exchange.yaml.Yaml;

/** Which papers there are, what they would prove and what they mend: the table {@code permit/materials.yaml}. */
public final class Materials {
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, List<String>> mends = new LinkedHashMap<>();
    private final List<MissingItem> required;
    private final List<String> waits;

    /** @param factOf datasets whose record of the applicant makes the paper needless */
    public record Kind(String code, String zh, String en, List<String> factOf) {}

    private Materials(Yaml table) {
        table.children("kinds").forEach(row -> {
            Kind kind = new Kind(row.text("kind"), row.text("zh"), row.text("en"), row.texts("factOf"));
            kinds.put(kind.code(), kind);
        });
        table.children("mends").forEach(row -> mends.put(row.text("reason"), known(row, row.texts("anyOf"))));
        waits = table.texts("waits");
        required = table.children("required").stream().map(this::required).toList();
    }

    static Materials load() {
        try (InputStream text = Objects.requireNonNull(Materials.class.getResourceAsStream("/permit/materials.yaml"))) {
            return new Materials(Yaml.read(
                    (file, place, wrong) -> new IllegalStateException(file + ", " + place + ": " + wrong),
                    "permit/materials.yaml",
                    text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Kind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** What every application has. */
    List<MissingItem> required() {
        return required;
    }

    /** Kinds of which one mends the reason of a decision; none = no paper does. */
    List<String> mending(String reason) {
        return mends.getOrDefault(reason, List.of());
    }

    /** Whether time mends the reason of a decision. */
    boolean waits(String reason) {
        return waits.contains(reason);
    }

    private MissingItem required(Yaml row) {
        String kind = known(row, List.of(row.text("kind"))).getFirst();
        return new MissingItem(kind, row.text("textZh"), row.text("textEn"), row.text("article"), List.of(kind), null);
    }

    private List<String> known(Yaml row, List<String> codes) {
        codes.stream().filter(code -> !kinds.containsKey(code)).findFirst().ifPresent(code -> {
            throw row.wrong("'" + code + "' is no kind of paper");
        });
        return codes;
    }
}
