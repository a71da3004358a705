/**
 * Runs checked CEL expressions as trees of Java objects. Owns the values that rules nearly always have: whole numbers, texts, booleans, lists
 * and maps; what is of another kind, and every error, it leaves to the CEL runtime. Knows nothing of rule sets.
 */
@NullMarked
package onepermit.exchange.decision.step;

import org.jspecify.annotations.NullMarked;
