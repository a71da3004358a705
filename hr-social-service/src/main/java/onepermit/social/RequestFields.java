package onepermit.social;

import io.grpc.Status.Code;
import java.time.Clock;
import java.time.LocalDate;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Callers;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
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

    public CitizenId citizen(String text) {
        return ids.read("citizen_id", text);
    }

    public PersonKey key(CitizenId citizen) {
        return keys.of(citizen);
    }

    public PersonKey person(String text) {
        return key(citizen(text));
    }

    public DivisionCode division(String field, String text) {
        return divisions.read(field, text);
    }

    /** A division in which the calling officer works, for a request about a person. */
    public DivisionCode ownDivision(String field, String text, RequestContext context) {
        DivisionCode division = division(field, text);
        guard.check(Callers.current(), context, division);
        return division;
    }

    /** The same for a request about no person. */
    public DivisionCode ownDivision(String field, String text) {
        DivisionCode division = division(field, text);
        if (!own(division)) {
            throw new RefusalException(new Refusal(
                    Code.PERMISSION_DENIED,
                    "DIVISION",
                    field,
                    "division " + division.value() + " is not inside the caller's division"));
        }
        return division;
    }

    public boolean own(DivisionCode division) {
        return guard.sameDivision(Callers.current(), division);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public LocalDate dateOrToday(String field, String text) {
        return text.isEmpty() ? today() : Dates.read(field, text);
    }

    public LocalDate pastDateOrToday(String field, String text) {
        return Dates.notFuture(field, dateOrToday(field, text), clock);
    }
}
