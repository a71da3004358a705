/**
 * Owns how a file comes in over gRPC: chunks in, progress out, both at the pace of the slower side.
 * It must not know what stands in the file.
 */
@NullMarked
package onepermit.exchange.load.grpc;

import org.jspecify.annotations.NullMarked;
