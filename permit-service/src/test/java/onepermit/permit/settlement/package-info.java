/** Owns the tests of this feature; it must not know how another one works. */
@NullMarked
package onepermit.permit.settlement;

import org.jspecify.annotations.NullMarked;
