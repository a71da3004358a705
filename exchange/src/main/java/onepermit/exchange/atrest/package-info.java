/**
 * Owns how personal fields lie in a department's database: sealed under data keys, which a key management wraps.
 * It must not know what a field means.
 */
@NullMarked
package onepermit.exchange.atrest;

import org.jspecify.annotations.NullMarked;
