/** Owns the tests of the department of public security; it must not know another department but by its published facts. */
@NullMarked
package onepermit.permit;

import org.jspecify.annotations.NullMarked;
