/**
 * Owns the wire form of the replica and convergence services.
 * It must not decide anything.
 */
@NullMarked
package onepermit.exchange.replica.grpc;

import org.jspecify.annotations.NullMarked;
