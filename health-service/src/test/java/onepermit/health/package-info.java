@NullMarked
package onepermit.health;

import org.jspecify.annotations.NullMarked;
