/**
 * Owns how a department's own files come in: encoding, header, lines, batches, rejects, progress.
 * It must not know what any kind of row means; departments bring an {@link onepermit.exchange.load.ImportKind} for each.
 */
@NullMarked
package onepermit.exchange.load;

import org.jspecify.annotations.NullMarked;
