@NullMarked
package onepermit.education.roll;

import org.jspecify.annotations.NullMarked;
