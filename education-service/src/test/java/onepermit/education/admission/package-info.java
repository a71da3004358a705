@NullMarked
package onepermit.education.admission;

import org.jspecify.annotations.NullMarked;
