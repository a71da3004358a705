/**
 * Owns the columns of a file of pension relations. It must not know how lines are stored.
 */
@NullMarked
package onepermit.social.pension.load;

import org.jspecify.annotations.NullMarked;
