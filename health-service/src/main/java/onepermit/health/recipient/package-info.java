/**
 * Owns whose health records are kept: the one place where a citizen ID stands beside its person key.
 * It must not know what was given to whom.
 */
@NullMarked
package onepermit.health.recipient;

import org.jspecify.annotations.NullMarked;
