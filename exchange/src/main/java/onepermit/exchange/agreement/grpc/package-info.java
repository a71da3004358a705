/**
 * Owns the wire form of agreements.
 * It must not decide anything.
 */
@NullMarked
package onepermit.exchange.agreement.grpc;

import org.jspecify.annotations.NullMarked;
