package onepermit.social.employment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.PersonKey;

/** Employment as employers report it. */
public interface EmploymentRecords {

    /** Adds or updates by person, employer and first day. */
    void save(Collection<ReportedEmployment> employments);

    /** Persons without a record are absent. */
    Map<PersonKey, List<EmploymentPeriod>> of(Collection<PersonKey> persons);
}
