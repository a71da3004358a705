/**
 * Owns the wire form of erasures.
 * It must not decide anything.
 */
@NullMarked
package onepermit.exchange.erasure.grpc;

import org.jspecify.annotations.NullMarked;
