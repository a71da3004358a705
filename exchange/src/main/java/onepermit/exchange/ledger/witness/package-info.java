/**
 * Owns how checkpoints go to the other departments' witnesses over Kafka and cosignatures come back, and what this department remembers as
 * a witness of theirs. It must not know what a leaf says.
 */
@NullMarked
package onepermit.exchange.ledger.witness;

import org.jspecify.annotations.NullMarked;
