/**
 * Owns how the dwellings of a person go out as one fact of {@code dwelling}.
 * It must not know who reads it.
 */
@NullMarked
package onepermit.permit.dwelling.publish;

import org.jspecify.annotations.NullMarked;
