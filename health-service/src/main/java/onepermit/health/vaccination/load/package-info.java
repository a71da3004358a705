/**
 * Owns the columns of a file of doses. It must not know how doses are stored.
 */
@NullMarked
package onepermit.health.vaccination.load;

import org.jspecify.annotations.NullMarked;
