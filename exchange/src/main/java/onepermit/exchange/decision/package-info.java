/**
 * Owns how facts become a decision: rule sets as data, their engine, the decision with its reasons and evidence, its record.
 * It must not know any department's rules, words or facts.
 */
@NullMarked
package onepermit.exchange.decision;

import org.jspecify.annotations.NullMarked;
