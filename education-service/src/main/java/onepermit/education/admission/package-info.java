/**
 * Owns the question whether a child may enrol: the question, its facts in the department's own words, the decision asked for.
 * It must not know how other departments shape their facts, nor any figure of a rule set.
 */
@NullMarked
package onepermit.education.admission;

import org.jspecify.annotations.NullMarked;
