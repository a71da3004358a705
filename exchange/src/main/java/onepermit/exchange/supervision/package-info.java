/**
 * Owns what supervision counts of a department by the month: looks, refusals, corrections, overdue answers.
 * It must not know persons or officers, and counts nothing that ledger, agreements and corrections do not say.
 */
@NullMarked
package onepermit.exchange.supervision;

import org.jspecify.annotations.NullMarked;
