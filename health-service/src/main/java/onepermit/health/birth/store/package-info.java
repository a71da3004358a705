/**
 * Owns the SQL of births.
 * It must not know who asks.
 */
@NullMarked
package onepermit.health.birth.store;

import org.jspecify.annotations.NullMarked;
