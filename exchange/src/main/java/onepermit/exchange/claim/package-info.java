/**
 * Owns what a person claims that no department publishes, and what officers found on it, in the words of a rule set. It must not know what
 * the rule set is about.
 */
@NullMarked
package onepermit.exchange.claim;

import org.jspecify.annotations.NullMarked;
