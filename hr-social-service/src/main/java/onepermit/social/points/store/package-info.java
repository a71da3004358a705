/**
 * Owns the SQL of filings and scores. It must not know the rules.
 */
@NullMarked
package onepermit.social.points.store;

import org.jspecify.annotations.NullMarked;
