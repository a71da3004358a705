/**
 * Owns the columns of a file of vaccination units.
 * It must not know how they are stored.
 */
@NullMarked
package onepermit.health.unit.load;

import org.jspecify.annotations.NullMarked;
