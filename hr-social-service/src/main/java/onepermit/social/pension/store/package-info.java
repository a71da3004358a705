/**
 * Owns the SQL of pension relations. It must not know the rules.
 */
@NullMarked
package onepermit.social.pension.store;

import org.jspecify.annotations.NullMarked;
