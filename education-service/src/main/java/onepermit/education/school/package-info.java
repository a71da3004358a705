/**
 * Owns the schools and their seats, as the department's own files bring them.
 * It must not know any pupil.
 */
@NullMarked
package onepermit.education.school;

import org.jspecify.annotations.NullMarked;
