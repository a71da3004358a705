/**
 * Owns the SQL of the counts.
 * It must not know what is done with them.
 */
@NullMarked
package onepermit.permit.statistics.store;

import org.jspecify.annotations.NullMarked;
