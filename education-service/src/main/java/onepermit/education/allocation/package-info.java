/**
 * Owns the allocation of seats, the placements that come of it, and what would change if it were otherwise.
 * It must not know why somebody has their rank.
 */
@NullMarked
package onepermit.education.allocation;

import org.jspecify.annotations.NullMarked;
