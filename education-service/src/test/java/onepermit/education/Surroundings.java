package onepermit.education;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;

/** The education service with the departments around it, as families need them. */
public interface Surroundings {

    /** Of the education service. */
    <B> B bean(Class<B> type);

    /** Publishes at the departments. */
    void publish(Map<String, List<FactChange>> changes, Collection<PersonKey> persons);
}
