/**
 * Owns what departments have agreed on, as this process holds it in memory: who is given which fields of a dataset, for which purpose, today.
 * It must not know how an agreement comes about, nor who asks.
 */
@NullMarked
package onepermit.exchange.agreement;

import org.jspecify.annotations.NullMarked;
