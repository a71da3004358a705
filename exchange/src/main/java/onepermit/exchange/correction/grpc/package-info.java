/**
 * Owns the wire form of corrections.
 * It must not decide anything.
 */
@NullMarked
package onepermit.exchange.correction.grpc;

import org.jspecify.annotations.NullMarked;
