/**
 * Owns employment periods: those recorded and those that contributions prove.
 * It must not know who asks for them.
 */
@NullMarked
package onepermit.social.employment;

import org.jspecify.annotations.NullMarked;
