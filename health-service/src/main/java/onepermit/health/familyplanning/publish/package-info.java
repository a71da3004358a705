/**
 * Owns the translation of the flag into the fact {@code fp.flag}. It must not know how facts travel.
 */
@NullMarked
package onepermit.health.familyplanning.publish;

import org.jspecify.annotations.NullMarked;
