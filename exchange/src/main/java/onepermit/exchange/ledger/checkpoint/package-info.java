/**
 * Owns what is said and signed about a ledger's tree, in the formats of C2SP: notes, checkpoints, cosignatures, the policy of whom to trust,
 * proofs that travel alone, and a witness's judgement. It must not know what a leaf says, where anything is stored, nor how it is sent.
 */
@NullMarked
package onepermit.exchange.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
