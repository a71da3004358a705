/**
 * Owns the table of checks.
 * It must not know what a dose is.
 */
@NullMarked
package onepermit.education.vaccinationcheck.store;

import org.jspecify.annotations.NullMarked;
