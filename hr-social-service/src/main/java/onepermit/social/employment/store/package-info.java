/**
 * Owns the SQL of employment records. It must not know what contributions say.
 */
@NullMarked
package onepermit.social.employment.store;

import org.jspecify.annotations.NullMarked;
