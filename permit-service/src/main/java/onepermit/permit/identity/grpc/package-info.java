/**
 * Owns the wire of {@code IdentityService}; it must not know how names compare.
 * Proto in, use case, proto out.
 */
@NullMarked
package onepermit.permit.identity.grpc;

import org.jspecify.annotations.NullMarked;
