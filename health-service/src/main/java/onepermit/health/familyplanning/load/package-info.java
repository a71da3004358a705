/**
 * Owns the columns of a file of flags. It must not know how they are stored.
 */
@NullMarked
package onepermit.health.familyplanning.load;

import org.jspecify.annotations.NullMarked;
