@NullMarked
package onepermit.exchange.ledger.merkle;

import org.jspecify.annotations.NullMarked;
