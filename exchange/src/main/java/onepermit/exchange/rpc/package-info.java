/**
 * Owns how a call behaves on the wire: deadlines, refusals and their status, interceptors.
 * It must not know what any department decides.
 */
@NullMarked
package onepermit.exchange.rpc;

import org.jspecify.annotations.NullMarked;
