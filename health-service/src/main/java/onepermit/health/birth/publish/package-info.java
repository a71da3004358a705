/**
 * Owns the translation of a birth into the fact {@code birth.record}.
 * It must not know how facts travel.
 */
@NullMarked
package onepermit.health.birth.publish;

import org.jspecify.annotations.NullMarked;
