/**
 * Owns where a person's permanent residence is registered, and what counts as another city.
 * It must not know residence registrations or permits.
 */
@NullMarked
package onepermit.permit.hukou;

import org.jspecify.annotations.NullMarked;
