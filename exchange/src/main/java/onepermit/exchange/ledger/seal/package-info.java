/**
 * Owns the tree over committed leaves: seals them in the order of their indexes, stores tiles and signed checkpoints, and finds what was
 * changed afterwards. It must not know what a leaf says, who witnesses, nor how anything travels.
 */
@NullMarked
package onepermit.exchange.ledger.seal;

import org.jspecify.annotations.NullMarked;
