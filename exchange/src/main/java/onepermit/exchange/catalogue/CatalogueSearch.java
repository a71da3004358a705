package onepermit.exchange.catalogue;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds datasets by words in Chinese or English: in names first, then in fields, then in definitions. */
public final class CatalogueSearch {
    private final Catalogue catalogue;
    private final Descriptions descriptions;

    /**
     * A dataset found.
     *
     * @param place the best place in which all words stand
     * @param fields those whose path or meaning holds a word of the question
     */
    public record Hit(Dataset dataset, Place place, List<String> fields) {}

    /** Where words were found, best first. */
    public enum Place {
        NAME,
        FIELD,
        DEFINITION
    }

    public CatalogueSearch(Catalogue catalogue, Descriptions descriptions) {
        this.catalogue = catalogue;
        this.descriptions = descriptions;
    }

    /**
     * @param text words with spaces between; all must be found in a dataset, in any letter case or width
     * @return best first, and by id
     */
    public List<Hit> search(String text) {
        List<String> words = Stream.of(folded(text).strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return catalogue.all().stream()
                .flatMap(dataset -> hit(dataset, words).stream())
                .sorted(Comparator.comparing(Hit::place)
                        .thenComparing(hit -> hit.dataset().id()))
                .toList();
    }

    private Optional<Hit> hit(Dataset dataset, List<String> words) {
        Description of = descriptions.of(dataset);
        String names = folded(Stream.concat(Stream.of(dataset.id()), of.name().both()));
        String fields = folded(of.fields().stream().flatMap(CatalogueSearch::texts));
        String definitions =
                folded(Stream.of(of.definition(), of.persons(), of.updateRule()).flatMap(Words::both));
        return place(words, names, fields, definitions)
                .map(place -> new Hit(dataset, place, fieldsWith(of.fields(), words)));
    }

    /** The first place at which every word has been met, here or in a better one. */
    private static Optional<Place> place(List<String> words, String names, String fields, String definitions) {
        if (holdsAll(names, words)) {
            return Optional.of(Place.NAME);
        }
        if (holdsAll(names + fields, words)) {
            return Optional.of(Place.FIELD);
        }
        return holdsAll(names + fields + definitions, words) ? Optional.of(Place.DEFINITION) : Optional.empty();
    }

    private static List<String> fieldsWith(List<Field> fields, List<String> words) {
        return fields.stream()
                .filter(field -> words.stream().anyMatch(folded(texts(field))::contains))
                .map(Field::path)
                .toList();
    }

    private static boolean holdsAll(String text, List<String> words) {
        return words.stream().allMatch(text::contains);
    }

    private static Stream<String> texts(Field field) {
        return Stream.concat(Stream.of(field.path()), field.meaning().both());
    }

    /** A line for each text, so that no word is found across two of them. */
    private static String folded(Stream<String> texts) {
        return texts.map(text -> folded(text) + "\n").reduce("", String::concat);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
