/** Rule sets, their engine, and decisions kept. */
@NullMarked
package onepermit.exchange.decision;

import org.jspecify.annotations.NullMarked;
