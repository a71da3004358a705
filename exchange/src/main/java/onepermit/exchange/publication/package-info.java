/**
 * Owns the first half of the road: a fact and its outbox row change in one statement, the relay brings the row to Kafka in order.
 * It must not know what a fact means, nor who reads it.
 */
@NullMarked
package onepermit.exchange.publication;

import org.jspecify.annotations.NullMarked;
