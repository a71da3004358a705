/**
 * Owns who calls and what they may: tokens, callers, the access rule of every method, and the way to other departments.
 * It must not know what any department's methods do.
 */
@NullMarked
package onepermit.exchange.access;

import org.jspecify.annotations.NullMarked;
