/**
 * Owns the wire form of the facts service.
 * It must not decide anything.
 */
@NullMarked
package onepermit.exchange.publication.grpc;

import org.jspecify.annotations.NullMarked;
