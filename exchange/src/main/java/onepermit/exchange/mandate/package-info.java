/**
 * Owns mandates: who may go through which list of persons in batches, and who approved it. It must not know what the batches ask or are
 * answered.
 */
@NullMarked
package onepermit.exchange.mandate;

import org.jspecify.annotations.NullMarked;
