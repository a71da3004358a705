/** Citizen IDs, keys, names, places and days. */
@NullMarked
package onepermit.exchange.identity;

import org.jspecify.annotations.NullMarked;
