/**
 * Owns the school roll (学籍): who is on which school's roll from when to when.
 * It must not know why a pupil was admitted.
 */
@NullMarked
package onepermit.education.roll;

import org.jspecify.annotations.NullMarked;
