@NullMarked
package onepermit.exchange.ledger.grpc;

import org.jspecify.annotations.NullMarked;
