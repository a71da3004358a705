@NullMarked
package onepermit.education.exam;

import org.jspecify.annotations.NullMarked;
