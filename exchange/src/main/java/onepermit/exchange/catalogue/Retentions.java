package onepermit.exchange.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.yaml.Yaml;

/** What statutes demand to be kept, by dataset; what has no entry may be erased at once. */
public final class Retentions {
    /** Stored decisions, which belong to no dataset. */
    public static final String DECISION = "decision";

    private static final String SHIPPED = "catalogue/retention.yaml";

    private final Map<String, Retention> byId;

    private Retentions(Map<String, Retention> byId) {
        this.byId = byId;
    }

    /** Those shipped with the exchange. */
    public static Retentions shipped(Catalogue catalogue) {
        try (InputStream text = Retentions.class.getResourceAsStream("/" + SHIPPED)) {
            if (text == null) {
                throw new CatalogueInvalid(SHIPPED, "", "is not on the class path");
            }
            return read(catalogue, SHIPPED, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws CatalogueInvalid anything is missing, unknown or not as expected */
    static Retentions read(Catalogue catalogue, String file, InputStream text) {
        Yaml yaml = Yaml.read(CatalogueInvalid::new, file, text);
        yaml.onlyKeys(Set.of("retention"));
        Map<String, Retention> read = new LinkedHashMap<>();
        for (Yaml entry : yaml.children("retention")) {
            Retention retention = retention(entry);
            if (!retention.id().equals(DECISION)
                    && catalogue.find(retention.id()).isEmpty()) {
                throw entry.wrong("'" + retention.id() + "' is no dataset, nor '" + DECISION + "'");
            }
            if (read.put(retention.id(), retention) != null) {
                throw entry.wrong("named twice");
            }
        }
        return new Retentions(read);
    }

    public Optional<Retention> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static Retention retention(Yaml entry) {
        Entries.inside(entry, Set.of("id", "keptFor", "verified", "zh", "en"));
        return new Retention(entry.text("id"), period(entry), entry.flag("verified"), Entries.words(entry));
    }

    private static Period period(Yaml entry) {
        String text = entry.text("keptFor");
        try {
            Period period = Period.parse(text);
            if (!period.isZero() && !period.isNegative()) {
                return period;
            }
        } catch (DateTimeException notOne) {
            // said below
        }
        throw entry.wrong("'keptFor' is a period above zero like P10Y or P6M, not '" + text + "'");
    }
}
