/**
 * Owns the local Kafka broker: its settings, its storage, its process.
 * It must not know any topic; the owners of the datasets make theirs.
 */
@NullMarked
package onepermit.local.broker;

import org.jspecify.annotations.NullMarked;
