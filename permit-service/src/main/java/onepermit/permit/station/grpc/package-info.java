/**
 * Owns the wire of {@code StationService}; it must not know tables.
 * It translates and decides nothing.
 */
@NullMarked
package onepermit.permit.station.grpc;

import org.jspecify.annotations.NullMarked;
