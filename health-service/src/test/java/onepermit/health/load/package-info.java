@NullMarked
package onepermit.health.load;

import org.jspecify.annotations.NullMarked;
