/** Owns the tests of the files that public security brings; it must not know how they are read line by line. */
@NullMarked
package onepermit.permit.load;

import org.jspecify.annotations.NullMarked;
