/**
 * Owns the record of every look at a person's data: appended before the answer leaves, never changed.
 * It must not know what was answered, only the hash of it.
 */
@NullMarked
package onepermit.exchange.ledger;

import org.jspecify.annotations.NullMarked;
