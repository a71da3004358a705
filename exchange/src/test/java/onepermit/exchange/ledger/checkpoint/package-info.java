@NullMarked
package onepermit.exchange.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
