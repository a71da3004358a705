package onepermit.education.admission;

import java.util.List;

/**
 * What is known of a family.
 *
 * @param parents father before mother when both are on record, whatever the order of the request
 * @param named those whose names are to be checked, in the order of child, parents
 */
public record FamilyFacts(ChildFacts child, List<ParentFacts> parents, List<Named> named) {}
