/**
 * Owns the SQL of registrations.
 * It must not know who asks.
 */
@NullMarked
package onepermit.health.birthservice.store;

import org.jspecify.annotations.NullMarked;
