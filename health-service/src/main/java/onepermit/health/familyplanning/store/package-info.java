/**
 * Owns the SQL of the flag. It must not know who asks.
 */
@NullMarked
package onepermit.health.familyplanning.store;

import org.jspecify.annotations.NullMarked;
