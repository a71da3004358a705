package onepermit.exchange.publication;

import com.google.protobuf.Message;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * The new state of a fact and what happened to it.
 *
 * @param type CloudEvents type, e.g. {@code onepermit.residence.AddressChanged.v1}
 * @param payload the whole new state; null erases the fact
 */
public record FactChange(
        String dataset,
        PersonKey person,
        String factId,
        String type,
        @Nullable Message payload) {

    public static FactChange erased(String dataset, PersonKey person, String factId, String type) {
        return new FactChange(dataset, person, factId, type, null);
    }
}
