/**
 * Owns the gRPC side of the door: contracts, backends, the pass-through of bytes, and the check of tokens.
 * It must not decode what it passes on.
 */
@NullMarked
package onepermit.gateway.edge;

import org.jspecify.annotations.NullMarked;
