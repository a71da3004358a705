/**
 * Owns which entrance examinations are open to an accompanying child. It must not know the points behind a standard that is reached.
 */
@NullMarked
package onepermit.education.exam;

import org.jspecify.annotations.NullMarked;
