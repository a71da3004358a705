/**
 * Owns the family-planning flag, a boolean that only dated rule sets ask for.
 * It must not know reproductive details: none are brought in.
 */
@NullMarked
package onepermit.health.familyplanning;

import org.jspecify.annotations.NullMarked;
