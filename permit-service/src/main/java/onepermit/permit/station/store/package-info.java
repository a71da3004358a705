/**
 * Owns the tables of stations; it must not know who may book.
 * It translates and decides nothing.
 */
@NullMarked
package onepermit.permit.station.store;

import org.jspecify.annotations.NullMarked;
