/**
 * Owns who is insured: the one place where a citizen ID stands beside its person key.
 * It must not know what is paid for whom.
 */
@NullMarked
package onepermit.social.insured;

import org.jspecify.annotations.NullMarked;
