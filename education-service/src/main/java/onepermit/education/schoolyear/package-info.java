/**
 * Owns the dates of a school year: intake window, reckoning date, birth range, term start, vaccination check.
 * It must not know any child.
 */
@NullMarked
package onepermit.education.schoolyear;

import org.jspecify.annotations.NullMarked;
