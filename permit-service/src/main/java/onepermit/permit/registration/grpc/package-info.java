/**
 * Owns the wire of {@code RegistrationService}; it must not know how a residence changes.
 * Proto in, use case, proto out.
 */
@NullMarked
package onepermit.permit.registration.grpc;

import org.jspecify.annotations.NullMarked;
