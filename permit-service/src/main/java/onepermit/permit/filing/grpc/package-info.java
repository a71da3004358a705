/**
 * Owns the wire of {@code PermitApplicationService}; it must not know rules or tables.
 * Proto in, use case, proto out.
 */
@NullMarked
package onepermit.permit.filing.grpc;

import org.jspecify.annotations.NullMarked;
