@NullMarked
package onepermit.education.schoolyear;

import org.jspecify.annotations.NullMarked;
