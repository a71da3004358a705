/**
 * Owns what residence facts mean for a child's vaccination unit.
 * It must not know which units there are.
 */
@NullMarked
package onepermit.health.unit.project;

import org.jspecify.annotations.NullMarked;
