package onepermit.exchange.agreement.keep;

import io.grpc.Status;
import onepermit.exchange.access.Caller;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.SharingAgreement;

/**
 * For whom somebody acts: a department, or an integrator's client.
 *
 * @param name as agreements call it; empty = of no side
 * @param department whether it is one
 */
public record Party(String name, boolean department, String officer) {

    public static Party of(Caller caller) {
        boolean integrator = caller.role().equals("integrator");
        return new Party(integrator ? caller.client() : caller.department(), !integrator, caller.subject());
    }

    /** The owner itself, without a person: what is in the file of first agreements. */
    static Party owner(String department) {
        return new Party(department, true, "");
    }

    boolean sees(SharingAgreement agreement) {
        return isOwnerOf(agreement) || isConsumerOf(agreement);
    }

    boolean isOwnerOf(SharingAgreement agreement) {
        return department && name.equals(agreement.getOwner());
    }

    boolean isConsumerOf(SharingAgreement agreement) {
        return !name.isEmpty() && name.equals(agreement.getConsumer());
    }

    static RefusalException refused(String who) {
        return new RefusalException(
                new Refusal(Status.Code.PERMISSION_DENIED, "PARTY", "", "an administrator of " + who + " does this"));
    }
}
