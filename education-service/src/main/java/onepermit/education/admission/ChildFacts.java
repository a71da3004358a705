package onepermit.education.admission;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of the child.
 *
 * @param missingDoses scheduled by term start and not given, e.g. {@code DTaP5}
 */
public record ChildFacts(LocalDate born, Answer<List<String>> missingDoses) {}
