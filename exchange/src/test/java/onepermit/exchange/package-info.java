/** Owns the tests of the exchange as a whole; it must not know any department. */
@NullMarked
package onepermit.exchange;

import org.jspecify.annotations.NullMarked;
