/**
 * Owns the translation of taxed months into the fact {@code iit.months}. It must not know how facts travel.
 */
@NullMarked
package onepermit.social.wagetax.publish;

import org.jspecify.annotations.NullMarked;
