package onepermit.exchange.ledger;

import com.google.protobuf.ByteString;
import onepermit.exchange.v1.ReceiptRef;

/** Where the record of a look stands. */
public record Receipt(String origin, long index, byte[] leafHash) {

    public ReceiptRef ref() {
        return ReceiptRef.newBuilder()
                .setOrigin(origin)
                .setIndex(index)
                .setLeafHash(ByteString.copyFrom(leafHash))
                .build();
    }
}
