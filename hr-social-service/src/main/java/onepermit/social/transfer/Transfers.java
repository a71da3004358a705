package onepermit.social.transfer;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;

/** All transfers. What changes them runs inside the caller's transaction, under the person's lock. */
public interface Transfers {

    /** Adds a transfer, or stores its next version. */
    void save(PensionTransfer transfer);

    Optional<PensionTransfer> find(String id);

    /** The latest first. */
    List<PensionTransfer> of(PersonKey person);
}
