/**
 * Owns the counts of permit holders, without persons.
 * It must not know who asks for them.
 */
@NullMarked
package onepermit.permit.statistics;

import org.jspecify.annotations.NullMarked;
