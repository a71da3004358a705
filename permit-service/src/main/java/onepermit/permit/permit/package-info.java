/**
 * Owns residence permits: issue, yearly endorsement, lapse and end.
 * It must not know the conditions of an application; it takes a decision by its id.
 */
@NullMarked
package onepermit.permit.permit;

import org.jspecify.annotations.NullMarked;
