/**
 * Owns the wire of vaccination: messages in, use case, messages out. It must not know SQL.
 */
@NullMarked
package onepermit.health.vaccination.grpc;

import org.jspecify.annotations.NullMarked;
