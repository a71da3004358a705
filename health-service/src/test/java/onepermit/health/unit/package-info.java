@NullMarked
package onepermit.health.unit;

import org.jspecify.annotations.NullMarked;
