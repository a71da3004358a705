package onepermit.permit.permit;

import java.util.Collection;
import java.util.List;

/** The notices given. */
public interface PermitNotices {

    /**
     * Writes those not given before.
     *
     * @return these
     */
    List<PermitNotice> record(Collection<PermitNotice> notices);

    /** Of a permit, by day. */
    List<PermitNotice> of(String number);
}
