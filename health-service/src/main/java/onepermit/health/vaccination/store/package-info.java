/**
 * Owns the SQL of doses. It must not know the schedule.
 */
@NullMarked
package onepermit.health.vaccination.store;

import org.jspecify.annotations.NullMarked;
