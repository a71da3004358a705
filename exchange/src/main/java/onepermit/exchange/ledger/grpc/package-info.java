/** Owns the ledger's gRPC service: receipts, checkpoints, audits. It must not know how leaves are written or sealed. */
@NullMarked
package onepermit.exchange.ledger.grpc;

import org.jspecify.annotations.NullMarked;
