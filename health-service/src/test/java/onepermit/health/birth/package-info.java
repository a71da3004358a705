@NullMarked
package onepermit.health.birth;

import org.jspecify.annotations.NullMarked;
