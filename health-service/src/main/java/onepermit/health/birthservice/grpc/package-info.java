/**
 * Owns the wire of birth-service registrations.
 * It must not know how they are stored.
 */
@NullMarked
package onepermit.health.birthservice.grpc;

import org.jspecify.annotations.NullMarked;
