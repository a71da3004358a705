/**
 * Owns the shape in which rolls leave the department: dataset {@code enrolment.record}.
 * It must not know who reads it.
 */
@NullMarked
package onepermit.education.roll.publish;

import org.jspecify.annotations.NullMarked;
