/** Tests of how a call behaves on the wire, over a real server. */
@NullMarked
package onepermit.exchange.rpc;

import org.jspecify.annotations.NullMarked;
