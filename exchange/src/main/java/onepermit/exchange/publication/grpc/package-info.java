/**
 * Owns the owner's door: its datasets, and its facts for those who cannot wait for the topic.
 * It must not know what the facts mean.
 */
@NullMarked
package onepermit.exchange.publication.grpc;

import org.jspecify.annotations.NullMarked;
