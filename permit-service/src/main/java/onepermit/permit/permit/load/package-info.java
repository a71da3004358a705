/**
 * Owns the file kind {@code permit}; it must not know how permits are stored.
 * Lines become permits.
 */
@NullMarked
package onepermit.permit.permit.load;

import org.jspecify.annotations.NullMarked;
