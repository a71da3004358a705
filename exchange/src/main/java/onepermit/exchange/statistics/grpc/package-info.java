/**
 * Owns the service by which statistics are asked for.
 * It must not know how they are counted.
 */
@NullMarked
package onepermit.exchange.statistics.grpc;

import org.jspecify.annotations.NullMarked;
