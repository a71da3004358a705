/**
 * Owns the Merkle tree of a ledger as RFC 9162 defines it: hashes, the frontier that appends, proofs, their verification, and the tiles of
 * C2SP tlog-tiles. It must not know what a leaf says, where hashes are stored, nor who signs a root.
 */
@NullMarked
package onepermit.exchange.ledger.merkle;

import org.jspecify.annotations.NullMarked;
