/**
 * Owns the table of permits; it must not know what a status means.
 * A status is derived, never stored.
 */
@NullMarked
package onepermit.permit.permit.store;

import org.jspecify.annotations.NullMarked;
