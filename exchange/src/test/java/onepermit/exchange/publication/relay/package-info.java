/** Fault tests of the relay. */
@NullMarked
package onepermit.exchange.publication.relay;

import org.jspecify.annotations.NullMarked;
