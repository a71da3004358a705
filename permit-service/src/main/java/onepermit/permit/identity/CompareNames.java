package onepermit.permit.identity;

import onepermit.exchange.identity.Names;
import onepermit.exchange.identity.PersonKey;
import org.springframework.stereotype.Component;

/** Compares a name with the one on record. */
@Component
public final class CompareNames {
    private final RecordedNames names;
    private final VariantCharacters variants;

    CompareNames(RecordedNames names, VariantCharacters variants) {
        this.names = names;
        this.variants = variants;
    }

    public NameComparison compare(PersonKey person, String given) {
        return names.of(person)
                .map(recorded -> compared(recorded, given))
                .orElseGet(() -> NameComparison.of(NameMatch.NO_RECORD));
    }

    private NameComparison compared(String recorded, String given) {
        if (recorded.equals(given)) {
            return NameComparison.of(NameMatch.EXACT);
        }
        NameDifference difference = NameDifference.between(Names.normalise(recorded), Names.normalise(given));
        if (difference.none()) {
            return NameComparison.of(NameMatch.NORMALISED);
        }
        return variants.explain(difference)
                ? NameComparison.variant(difference.place())
                : NameComparison.of(NameMatch.DIFFERENT);
    }
}
