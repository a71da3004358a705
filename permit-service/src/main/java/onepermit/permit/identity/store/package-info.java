/**
 * Owns the table of names; it must not know how names compare.
 * No name leaves it but to the comparison.
 */
@NullMarked
package onepermit.permit.identity.store;

import org.jspecify.annotations.NullMarked;
