@NullMarked
package onepermit.education.allocation;

import org.jspecify.annotations.NullMarked;
