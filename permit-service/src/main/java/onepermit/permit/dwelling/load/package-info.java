/**
 * Owns the file kind {@code dwelling}; it must not know how dwellings are stored.
 * Lines become dwellings.
 */
@NullMarked
package onepermit.permit.dwelling.load;

import org.jspecify.annotations.NullMarked;
