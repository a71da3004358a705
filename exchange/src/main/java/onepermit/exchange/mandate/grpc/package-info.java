/**
 * Owns the service by which mandates are asked for and answered.
 * It must not know how a look is checked against one.
 */
@NullMarked
package onepermit.exchange.mandate.grpc;

import org.jspecify.annotations.NullMarked;
