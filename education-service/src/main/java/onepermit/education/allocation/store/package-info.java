/**
 * Owns the table of placements.
 * It must not know how seats are allocated.
 */
@NullMarked
package onepermit.education.allocation.store;

import org.jspecify.annotations.NullMarked;
