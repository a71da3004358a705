/**
 * Owns the way from Kafka into the replica: what is applied, what is parked, and the offset, in one commit.
 * It must not know what a fact means, nor answer questions.
 */
@NullMarked
package onepermit.exchange.replica.reader;

import org.jspecify.annotations.NullMarked;
