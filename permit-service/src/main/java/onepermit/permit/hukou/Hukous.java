package onepermit.permit.hukou;

import java.util.Collection;

/** The hukou places on record. */
public interface Hukous {

    /** Writes each person's hukou place, in place of the one before. */
    void record(Collection<Hukou> hukous);
}
