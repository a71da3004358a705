/**
 * Owns the operators' door to replicas: their state, their digests, what is parked.
 * It must not know what the facts mean.
 */
@NullMarked
package onepermit.exchange.replica.grpc;

import org.jspecify.annotations.NullMarked;
