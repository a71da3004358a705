/**
 * Owns the wire of births.
 * It must not know how they are stored.
 */
@NullMarked
package onepermit.health.birth.grpc;

import org.jspecify.annotations.NullMarked;
