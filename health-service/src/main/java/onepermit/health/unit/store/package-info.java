/**
 * Owns the SQL of units and assignments.
 * It must not know what a dose is.
 */
@NullMarked
package onepermit.health.unit.store;

import org.jspecify.annotations.NullMarked;
