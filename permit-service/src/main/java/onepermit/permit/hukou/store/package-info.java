/**
 * Owns the table of hukou places; it must not know who asks.
 * Everything else about a person lives in other rooms.
 */
@NullMarked
package onepermit.permit.hukou.store;

import org.jspecify.annotations.NullMarked;
