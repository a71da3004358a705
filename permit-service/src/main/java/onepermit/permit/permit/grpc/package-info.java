/**
 * Owns the wire of {@code PermitService}; it must not know rules or tables.
 * Proto in, use case, proto out.
 */
@NullMarked
package onepermit.permit.permit.grpc;

import org.jspecify.annotations.NullMarked;
