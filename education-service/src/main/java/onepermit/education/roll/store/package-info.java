/**
 * Owns the table {@code enrolment}.
 * It must not know what may be written into a roll.
 */
@NullMarked
package onepermit.education.roll.store;

import org.jspecify.annotations.NullMarked;
