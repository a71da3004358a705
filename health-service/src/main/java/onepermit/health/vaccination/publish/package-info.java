/**
 * Owns the translation of due doses into the fact {@code immunisation.assessment}. It must not know how facts travel.
 */
@NullMarked
package onepermit.health.vaccination.publish;

import org.jspecify.annotations.NullMarked;
