/**
 * Owns who and where: citizen IDs, person keys, division codes, dates and working days.
 * It must not know any department's facts.
 */
@NullMarked
package onepermit.exchange.identity;

import org.jspecify.annotations.NullMarked;
