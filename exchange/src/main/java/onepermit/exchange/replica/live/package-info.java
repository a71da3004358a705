/**
 * Owns the exception to the rule that a question is answered where it is asked: the call to an owner for evidence that is too old here.
 * It must not know who asks, and nothing it hears enters the replica.
 */
@NullMarked
package onepermit.exchange.replica.live;

import org.jspecify.annotations.NullMarked;
