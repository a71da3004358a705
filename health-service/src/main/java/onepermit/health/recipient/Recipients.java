package onepermit.health.recipient;

import java.util.Collection;

/** All recipients. */
public interface Recipients {

    /** Adds those that are not known yet; inside the caller's transaction. */
    void add(Collection<Recipient> recipients);
}
