package onepermit.social.insured;

import java.util.Collection;

/** All insured persons. */
public interface InsuredPersons {

    /** Adds those that are not known yet; inside the caller's transaction. */
    void add(Collection<Insured> persons);
}
