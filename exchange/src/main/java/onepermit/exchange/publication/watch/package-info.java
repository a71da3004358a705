/**
 * Owns the following of a dataset without Kafka: one shared tail of the owner's own topic feeds all watchers, each at its own pace.
 * It must not know who watches, nor any table.
 */
@NullMarked
package onepermit.exchange.publication.watch;

import org.jspecify.annotations.NullMarked;
