package onepermit.health;

import java.util.Collection;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.recipient.Recipient;
import org.springframework.stereotype.Component;

/** Reads the fields that many requests have, and refuses a bad one by its name. */
@Component
public final class RequestFields {
    private final CitizenIds ids;
    private final PersonKeys keys;
    private final Divisions divisions;
    private final AccessGuard guard;

    RequestFields(CitizenIds ids, PersonKeys keys, Divisions divisions, AccessGuard guard) {
        this.ids = ids;
        this.keys = keys;
        this.divisions = divisions;
        this.guard = guard;
    }

    public Recipient recipient(String field, String text) {
        CitizenId id = ids.read(field, text);
        return new Recipient(keys.of(id), id);
    }

    public PersonKey person(String field, String text) {
        return recipient(field, text).key();
    }

    public DivisionCode division(String field, String text) {
        return divisions.read(field, text);
    }

    /** A division in which the calling officer is competent. */
    public DivisionCode ownDivision(String field, String text, RequestContext context) {
        DivisionCode division = divisions.read(field, text);
        guard.check(Callers.current(), context, division);
        return division;
    }

    /** Whether a record that names these divisions is the calling officer's to see; one that is not looks like none. */
    public boolean owns(Collection<DivisionCode> named) {
        return guard.owns(Callers.current(), named);
    }

    /** Refuses an officer of another department to whom no agreement gives the dataset for this purpose. */
    public void requireAgreed(String dataset, RequestContext context) {
        guard.checkAgreed(Callers.current(), context, dataset);
    }
}
