/**
 * Owns the wire form of the catalogue.
 * It must not know how the catalogue is written down.
 */
@NullMarked
package onepermit.exchange.catalogue.grpc;

import org.jspecify.annotations.NullMarked;
