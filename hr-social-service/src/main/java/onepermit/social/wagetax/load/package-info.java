/**
 * Owns the columns of a wage-tax file. It must not know how lines are stored.
 */
@NullMarked
package onepermit.social.wagetax.load;

import org.jspecify.annotations.NullMarked;
