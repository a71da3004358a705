/**
 * Owns the SQL of transfers. It must not know the rules.
 */
@NullMarked
package onepermit.social.transfer.store;

import org.jspecify.annotations.NullMarked;
