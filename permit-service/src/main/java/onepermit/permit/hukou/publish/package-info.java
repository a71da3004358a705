/**
 * Owns how a hukou place goes out as a fact of {@code hukou.place}; it must not know who reads it.
 * The table is another room's.
 */
@NullMarked
package onepermit.permit.hukou.publish;

import org.jspecify.annotations.NullMarked;
