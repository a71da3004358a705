package onepermit.education.admission;

import java.time.LocalDate;
import java.util.List;

/**
 * A child and who stands for it.
 *
 * @param born when the child was born
 * @param guardians one or two
 */
public record Family(PersonAsked child, LocalDate born, List<PersonAsked> guardians) {}
