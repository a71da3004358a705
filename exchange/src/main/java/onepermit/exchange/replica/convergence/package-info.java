/**
 * Owns the proof that a reader holds what the owner published: digests of both copies, computed alike, by the database.
 * It must not know what a fact means, nor change anything.
 */
@NullMarked
package onepermit.exchange.replica.convergence;

import org.jspecify.annotations.NullMarked;
