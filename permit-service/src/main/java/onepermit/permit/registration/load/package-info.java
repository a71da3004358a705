/**
 * Owns the file kind {@code residence}; it must not know how periods are stored.
 * Lines become address periods.
 */
@NullMarked
package onepermit.permit.registration.load;

import org.jspecify.annotations.NullMarked;
