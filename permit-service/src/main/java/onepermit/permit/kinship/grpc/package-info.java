/**
 * Owns the wire of {@code KinshipService}; it must not know how kinships are stored.
 * Proto in, use case, proto out.
 */
@NullMarked
package onepermit.permit.kinship.grpc;

import org.jspecify.annotations.NullMarked;
