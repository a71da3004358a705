/**
 * Owns the translation of employment into the fact {@code employment.current}. It must not know how facts travel.
 */
@NullMarked
package onepermit.social.employment.publish;

import org.jspecify.annotations.NullMarked;
