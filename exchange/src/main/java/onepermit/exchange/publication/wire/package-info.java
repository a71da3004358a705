/**
 * Owns how a fact looks on Kafka: key, CloudEvents headers, watermark record, and how a broker is reached; both halves of the road use it.
 * It must not know any table.
 */
@NullMarked
package onepermit.exchange.publication.wire;

import org.jspecify.annotations.NullMarked;
