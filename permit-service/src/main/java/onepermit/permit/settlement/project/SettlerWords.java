package onepermit.permit.settlement.project;

import java.util.List;

/** Puts the facts of one dataset into words of the vocabulary. */
interface SettlerWords {

    String dataset();

    /** The words it tells; all unknown when the facts are not fresh. */
    List<String> names();

    /** Called with fresh facts only. */
    void tell(Told told);
}
