/**
 * Owns the table of dwellings; it must not know who reports them.
 * Everything else about a person lives in other rooms.
 */
@NullMarked
package onepermit.permit.dwelling.store;

import org.jspecify.annotations.NullMarked;
