/**
 * Owns the second half of the road: copies of others' facts, how fresh they are, and what is read from them.
 * It must not know what a fact means, nor write anything an owner owns.
 */
@NullMarked
package onepermit.exchange.replica;

import org.jspecify.annotations.NullMarked;
