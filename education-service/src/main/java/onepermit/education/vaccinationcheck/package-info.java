/**
 * Owns the school's check of vaccinations: who was checked, what was missing, until when it is checked again.
 * It must not know how doses are recorded, and refuses nobody.
 */
@NullMarked
package onepermit.education.vaccinationcheck;

import org.jspecify.annotations.NullMarked;
