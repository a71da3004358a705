/**
 * Owns corrections: a doubt about a record, raised at the department that owns it, its answer within the days, and the way of the answer back.
 * It must not know what a record says or how a department changes one.
 */
@NullMarked
package onepermit.exchange.correction;

import org.jspecify.annotations.NullMarked;
