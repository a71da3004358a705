package onepermit.permit.application.project;

import java.util.List;
import onepermit.permit.application.PermitApplication;

/** Puts the facts of one dataset into words of the vocabulary. */
interface Words {

    String dataset();

    /** The words it tells; all unknown when the facts are not fresh. */
    List<String> names();

    /** Called with fresh facts only. */
    void tell(Reading reading, PermitApplication application);
}
