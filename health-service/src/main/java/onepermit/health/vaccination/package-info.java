/**
 * Owns vaccination: doses given, the national schedule by birth date, what is still due, the assessment.
 * It must not know what a school does with it: a gap never refuses a place.
 */
@NullMarked
package onepermit.health.vaccination;

import org.jspecify.annotations.NullMarked;
