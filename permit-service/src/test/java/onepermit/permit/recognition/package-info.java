/** Owns the tests of this feature; it must not know how another one works. */
@NullMarked
package onepermit.permit.recognition;

import org.jspecify.annotations.NullMarked;
