/**
 * Owns the start of the health service (卫健). It must not know what any feature does.
 */
@NullMarked
package onepermit.health;

import org.jspecify.annotations.NullMarked;
