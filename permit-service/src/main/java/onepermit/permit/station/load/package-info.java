/**
 * Owns the file kind {@code station}; it must not know how stations are stored.
 * It translates and decides nothing.
 */
@NullMarked
package onepermit.permit.station.load;

import org.jspecify.annotations.NullMarked;
