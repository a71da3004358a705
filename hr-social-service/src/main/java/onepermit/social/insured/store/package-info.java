/**
 * Owns the table of insured persons. It must not know who asks.
 */
@NullMarked
package onepermit.social.insured.store;

import org.jspecify.annotations.NullMarked;
