/**
 * Owns the transfer of pension relations between provinces: whether there is one, and its three steps with their dates.
 * It must not know the rules, which are data.
 */
@NullMarked
package onepermit.social.transfer;

import org.jspecify.annotations.NullMarked;
