/** The ledger over a real database. */
@NullMarked
package onepermit.exchange.ledger;

import org.jspecify.annotations.NullMarked;
