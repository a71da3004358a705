/**
 * Owns the SQL of intakes and filings. It must not know the rules.
 */
@NullMarked
package onepermit.permit.settlement.store;

import org.jspecify.annotations.NullMarked;
