/**
 * Owns how an agreement about this department's datasets comes about and ends: asked for, answered, narrowed, widened, suspended, revoked.
 * It must not know who is let in because of it.
 */
@NullMarked
package onepermit.exchange.agreement.keep;

import org.jspecify.annotations.NullMarked;
