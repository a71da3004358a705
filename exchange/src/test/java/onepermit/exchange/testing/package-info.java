/**
 * Owns what the tests of every service share: real infrastructure, waiting for a condition, the rules of the house.
 * It must not know any department's facts.
 */
@NullMarked
package onepermit.exchange.testing;

import org.jspecify.annotations.NullMarked;
