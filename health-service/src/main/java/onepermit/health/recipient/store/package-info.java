/**
 * Owns the table of recipients. It must not know who asks.
 */
@NullMarked
package onepermit.health.recipient.store;

import org.jspecify.annotations.NullMarked;
