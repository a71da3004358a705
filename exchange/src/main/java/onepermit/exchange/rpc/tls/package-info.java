/**
 * Owns the secured connections between the processes of the house: this process's certificate, whom it trusts, and who is at
 * the other end. It must not know what the one at the other end may do.
 */
@NullMarked
package onepermit.exchange.rpc.tls;

import org.jspecify.annotations.NullMarked;
