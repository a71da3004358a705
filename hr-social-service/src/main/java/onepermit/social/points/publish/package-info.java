/**
 * Owns the translation of a score into the fact {@code points.standard}. It must not know how facts travel.
 */
@NullMarked
package onepermit.social.points.publish;

import org.jspecify.annotations.NullMarked;
