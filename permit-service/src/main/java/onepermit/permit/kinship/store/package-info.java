/**
 * Owns the table of kinships; it must not know who asks.
 * Both sides are pseudonyms.
 */
@NullMarked
package onepermit.permit.kinship.store;

import org.jspecify.annotations.NullMarked;
