@NullMarked
package onepermit.exchange.ledger.usage;

import org.jspecify.annotations.NullMarked;
