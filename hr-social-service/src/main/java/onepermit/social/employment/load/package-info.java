/**
 * Owns the columns of an employment file. It must not know how lines are stored.
 */
@NullMarked
package onepermit.social.employment.load;

import org.jspecify.annotations.NullMarked;
