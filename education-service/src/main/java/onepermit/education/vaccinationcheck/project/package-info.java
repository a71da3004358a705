/**
 * Owns what the health department's facts mean for a school's check.
 * It must not know which school asks.
 */
@NullMarked
package onepermit.education.vaccinationcheck.project;

import org.jspecify.annotations.NullMarked;
