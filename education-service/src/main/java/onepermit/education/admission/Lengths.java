package onepermit.education.admission;

/**
 * How long the parent that counts has been insured and has lived in the city, for ordering children of equal points. What is not
 * known counts as nothing: such a child waits for its evidence and is not ordered.
 *
 * @param insuranceMonths uninterrupted, up to the reckoning date
 * @param residenceMonths uninterrupted, up to the reckoning date
 */
public record Lengths(int insuranceMonths, int residenceMonths) {
    static final Lengths NONE = new Lengths(0, 0);

    static Lengths of(ParentFacts parent) {
        return new Lengths(
                parent.insurance().value(), parent.residence().value().months());
    }
}
