/**
 * Owns the wire of vaccination units.
 * It must not know how assignments are stored.
 */
@NullMarked
package onepermit.health.unit.grpc;

import org.jspecify.annotations.NullMarked;
