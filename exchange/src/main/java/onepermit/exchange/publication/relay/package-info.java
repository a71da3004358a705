/**
 * Owns the way from the outbox to Kafka: one leader, in order, nothing lost, and the watermark that says how far it is.
 * It must not know what a fact means, nor who reads it.
 */
@NullMarked
package onepermit.exchange.publication.relay;

import org.jspecify.annotations.NullMarked;
