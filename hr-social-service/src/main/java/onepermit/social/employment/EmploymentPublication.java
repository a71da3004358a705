package onepermit.social.employment;

import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** Publishes employment; inside the transaction that changed it. */
public interface EmploymentPublication {

    void changed(Map<PersonKey, Employment> employments);
}
