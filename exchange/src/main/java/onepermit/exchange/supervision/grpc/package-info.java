/**
 * Owns the service by which supervision reads its months.
 * It must not know how they are counted.
 */
@NullMarked
package onepermit.exchange.supervision.grpc;

import org.jspecify.annotations.NullMarked;
