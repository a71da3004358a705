/**
 * Owns the SQL of the contribution ledger. It must not know how lines arrive or leave.
 */
@NullMarked
package onepermit.social.contribution.store;

import org.jspecify.annotations.NullMarked;
