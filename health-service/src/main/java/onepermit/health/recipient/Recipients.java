package onepermit.health.recipient;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;

/** All recipients. */
public interface Recipients {

    /** Adds those that are not known yet; inside the caller's transaction. */
    void add(Collection<Recipient> recipients);

    /**
     * Those born after a day, in the order of their keys.
     *
     * @param after the last of the page before
     */
    List<PersonKey> bornAfter(LocalDate day, Optional<PersonKey> after, int most);

    /** The numbers of those that are known. */
    Map<PersonKey, CitizenId> numbers(Collection<PersonKey> persons);
}
