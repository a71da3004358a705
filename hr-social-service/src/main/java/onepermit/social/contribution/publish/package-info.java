/**
 * Owns the translation of a ledger year into the fact {@code si.months}. It must not know how facts travel.
 */
@NullMarked
package onepermit.social.contribution.publish;

import org.jspecify.annotations.NullMarked;
