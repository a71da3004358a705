/**
 * Owns how a service's gRPC server is put together: interceptors, limits, health, defaults.
 * It must not know what the services answer.
 */
@NullMarked
package onepermit.exchange.rpc.server;

import org.jspecify.annotations.NullMarked;
