/**
 * Owns the file kind {@code kinship}; it must not know how kinships are stored.
 * Lines become kinships.
 */
@NullMarked
package onepermit.permit.kinship.load;

import org.jspecify.annotations.NullMarked;
