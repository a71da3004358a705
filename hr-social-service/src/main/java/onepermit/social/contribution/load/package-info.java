/**
 * Owns the columns of a contribution file. It must not know how lines are stored.
 */
@NullMarked
package onepermit.social.contribution.load;

import org.jspecify.annotations.NullMarked;
