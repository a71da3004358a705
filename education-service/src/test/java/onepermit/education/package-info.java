/** Tests of the education service over a real broker and a real database. */
@NullMarked
package onepermit.education;

import org.jspecify.annotations.NullMarked;
