package onepermit.permit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Reads the fields that many requests have, and refuses a bad one by its name. */
@Component
public final class RequestFields {
    private final CitizenIds ids;
    private final PersonKeys keys;
    private final Divisions divisions;
    private final AccessGuard guard;
    private final Clock clock;

    RequestFields(CitizenIds ids, PersonKeys keys, Divisions divisions, AccessGuard guard, Clock clock) {
        this.ids = ids;
        this.keys = keys;
        this.divisions = divisions;
        this.guard = guard;
        this.clock = clock;
    }

    public CitizenId citizen(String field, String text) {
        return ids.read(field, text);
    }

    public PersonKey person(String field, String text) {
        return keys.of(citizen(field, text));
    }

    public PersonKey key(CitizenId citizen) {
        return keys.of(citizen);
    }

    /** A division in which the calling officer is competent. */
    public DivisionCode ownDivision(String field, String text, RequestContext context) {
        DivisionCode division = divisions.read(field, text);
        requireCompetent(division, context);
        return division;
    }

    /** Refuses an officer whose division does not hold the one the request turns out to be about. */
    public void requireCompetent(DivisionCode division, RequestContext context) {
        guard.check(Callers.current(), context, division);
    }

    /** Whether a record that names these divisions is the calling officer's to see; one that is not looks like none. */
    public boolean owns(Collection<DivisionCode> divisions) {
        return guard.owns(Callers.current(), divisions);
    }

    public boolean owns(DivisionCode division) {
        return owns(List.of(division));
    }

    /** Whether the division is inside the calling officer's, or in the same city: any window of a city takes an application in. */
    public boolean isOfCity(DivisionCode division) {
        DivisionCode own = Callers.current().division();
        return owns(division) || own != null && CityOrCounty.of(own).equals(CityOrCounty.of(division));
    }

    /** Division of the calling officer; none for roles bound to no place. */
    public Optional<DivisionCode> callersDivision() {
        return Optional.ofNullable(Callers.current().division());
    }

    public DivisionCode division(String field, String text) {
        return divisions.read(field, text);
    }

    /** Refuses an officer of another department to whom no agreement gives the dataset for this purpose. */
    public void requireAgreed(String dataset, RequestContext context) {
        guard.checkAgreed(Callers.current(), context, dataset);
    }

    public LocalDate pastDate(String field, String text) {
        return Dates.notFuture(field, Dates.read(field, text), clock);
    }

    public LocalDate pastDateOrToday(String field, String text) {
        return text.isEmpty() ? LocalDate.now(clock) : pastDate(field, text);
    }
}
