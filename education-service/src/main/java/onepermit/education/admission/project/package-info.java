/**
 * Owns the translation of foreign facts into the words of an admission: months, divisions, shares, gaps.
 * It must not know any figure of a rule set, nor how facts travelled.
 */
@NullMarked
package onepermit.education.admission.project;

import org.jspecify.annotations.NullMarked;
