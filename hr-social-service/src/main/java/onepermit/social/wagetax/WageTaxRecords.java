package onepermit.social.wagetax;

import java.util.Collection;
import java.util.List;

/** All taxed months. */
public interface WageTaxRecords {

    /** Adds months; those already there stay. Returns the years that changed, whole. */
    List<TaxedYear> add(Collection<TaxedMonth> months);
}
