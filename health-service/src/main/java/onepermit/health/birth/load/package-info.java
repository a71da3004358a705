/**
 * Owns the columns of a file of births.
 * It must not know how they are stored.
 */
@NullMarked
package onepermit.health.birth.load;

import org.jspecify.annotations.NullMarked;
