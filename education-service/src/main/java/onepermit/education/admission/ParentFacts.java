package onepermit.education.admission;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one guardian.
 *
 * @param role {@code father} or {@code mother} with a kinship record, {@code guardian-n} without
 * @param kin whether a kinship with the child is on record
 * @param residence uninterrupted residence in the city
 * @param work work in the city
 * @param insurance months of uninterrupted insurance in the city
 * @param homeShare largest share of a home in the division applied in, basis points
 * @param familyPlanning null when the rules do not ask
 * @param permitItems null when the rules do not ask
 */
public record ParentFacts(
        String role,
        Answer<Boolean> kin,
        Answer<Place> residence,
        Answer<Place> work,
        Answer<Integer> insurance,
        Answer<Integer> homeShare,
        @Nullable Answer<Compliance> familyPlanning,
        @Nullable PermitItems permitItems) {

    Compliance compliance() {
        return familyPlanning == null ? Compliance.NO_RECORD : familyPlanning.value();
    }
}
