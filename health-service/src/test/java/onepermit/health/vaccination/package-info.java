@NullMarked
package onepermit.health.vaccination;

import org.jspecify.annotations.NullMarked;
