/**
 * Owns the wire of {@code EntitlementService}; it must not know the tables of rules.
 * Proto in, use case, proto out.
 */
@NullMarked
package onepermit.permit.entitlement.grpc;

import org.jspecify.annotations.NullMarked;
