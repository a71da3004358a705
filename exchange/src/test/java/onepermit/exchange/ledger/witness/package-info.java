/** Owns the tests of sealing and witnessing over a real broker and real databases. */
@NullMarked
package onepermit.exchange.ledger.witness;

import org.jspecify.annotations.NullMarked;
