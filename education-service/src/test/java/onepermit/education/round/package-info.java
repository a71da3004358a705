@NullMarked
package onepermit.education.round;

import org.jspecify.annotations.NullMarked;
