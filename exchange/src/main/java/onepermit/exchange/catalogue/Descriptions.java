package onepermit.exchange.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The descriptions of all datasets of a catalogue. */
public final class Descriptions {
    private static final String FOLDER = "catalogue/description/";

    private final Map<String, Description> byDataset;

    private Descriptions(Map<String, Description> byDataset) {
        this.byDataset = byDataset;
    }

    /**
     * Those shipped with the exchange, one file for each dataset.
     *
     * @throws CatalogueInvalid a dataset has none, or one that is wrong or does not fit its payload
     */
    public static Descriptions shipped(Catalogue catalogue) {
        Map<String, Description> read = new LinkedHashMap<>();
        catalogue.all().forEach(dataset -> read.put(dataset.id(), read(dataset)));
        return new Descriptions(read);
    }

    public Description of(Dataset dataset) {
        return Objects.requireNonNull(byDataset.get(dataset.id()), dataset.id());
    }

    private static Description read(Dataset dataset) {
        String file = FOLDER + dataset.id() + ".yaml";
        try (InputStream text = Descriptions.class.getResourceAsStream("/" + file)) {
            if (text == null) {
                throw new CatalogueInvalid(file, "", "is not on the class path; every dataset has a description");
            }
            return DescriptionFile.read(dataset, file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
