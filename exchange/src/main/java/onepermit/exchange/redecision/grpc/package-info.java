/**
 * Owns the wire form of revisions.
 * It must not decide anything.
 */
@NullMarked
package onepermit.exchange.redecision.grpc;

import org.jspecify.annotations.NullMarked;
