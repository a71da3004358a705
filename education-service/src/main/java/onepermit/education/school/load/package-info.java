/**
 * Owns how a line of the department's file of schools is read.
 * It must not know how schools are stored.
 */
@NullMarked
package onepermit.education.school.load;

import org.jspecify.annotations.NullMarked;
