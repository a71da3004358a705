/**
 * Owns the tables of rounds and their seats.
 * It must not know how a round is run.
 */
@NullMarked
package onepermit.education.round.store;

import org.jspecify.annotations.NullMarked;
