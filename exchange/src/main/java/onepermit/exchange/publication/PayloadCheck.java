package onepermit.exchange.publication;

import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import org.jspecify.annotations.Nullable;

/** Turns away, inside the owner's transaction, what the road could not carry: nothing unsendable enters the outbox. */
public final class PayloadCheck {
    /** Far below a broker's default limit of 1 MiB for a record. */
    public static final int MAX_PAYLOAD_BYTES = 256 * 1024;

    private static final int MAX_FACT_ID_BYTES = 200;

    private final Catalogue catalogue;
    private final Department department;

    public PayloadCheck(Catalogue catalogue, Department department) {
        this.catalogue = catalogue;
        this.department = department;
    }

    byte @Nullable [] serialised(FactChange change) {
        Dataset dataset = catalogue.dataset(change.dataset());
        require(
                dataset.owner().equals(department.id()),
                "dataset %s belongs to %s; %s cannot publish it",
                dataset.id(),
                dataset.owner(),
                department.id());
        int idBytes = change.factId().getBytes(StandardCharsets.UTF_8).length;
        require(idBytes > 0 && idBytes <= MAX_FACT_ID_BYTES, "a fact id has 1 to 200 bytes, not %s", idBytes);
        return change.payload() == null ? null : serialised(dataset, change.payload());
    }

    private static byte[] serialised(Dataset dataset, Message payload) {
        String type = payload.getDescriptorForType().getFullName();
        require(
                type.equals(dataset.payloadType()),
                "dataset %s carries %s, not %s",
                dataset.id(),
                dataset.payloadType(),
                type);
        int size = payload.getSerializedSize();
        require(
                size <= MAX_PAYLOAD_BYTES,
                "a fact of %s may have %s bytes, this one has %s; cut it into several facts",
                dataset.id(),
                MAX_PAYLOAD_BYTES,
                size);
        return payload.toByteArray();
    }

    @com.google.errorprone.annotations.FormatMethod
    private static void require(boolean holds, String text, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(text, values));
        }
    }
}
