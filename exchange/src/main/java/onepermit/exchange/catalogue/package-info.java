/**
 * Owns what is shared: datasets, their owner, topic, payload, sharing class, coverage and readers, as data.
 * It must not know how facts travel or what they mean.
 */
@NullMarked
package onepermit.exchange.catalogue;

import org.jspecify.annotations.NullMarked;
