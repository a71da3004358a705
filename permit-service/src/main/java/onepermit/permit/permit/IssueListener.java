package onepermit.permit.permit;

/** Hears, inside the transaction, that a permit was issued. */
public interface IssueListener {

    void issued(Grant grant, ResidencePermit permit);
}
