package onepermit.social.points.grpc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import onepermit.social.points.Claims;
import onepermit.social.points.OfficerFinding;
import onepermit.social.v1.PointsClaim;
import onepermit.social.v1.PointsFinding;
import org.springframework.stereotype.Component;

/** Reads the fields of requests on points, and refuses a bad one by its name. */
@Component
class PointsFields {
    private final CitizenIds ids;
    private final PersonKeys keys;
    private final Divisions divisions;
    private final AccessGuard guard;
    private final Clock clock;

    PointsFields(CitizenIds ids, PersonKeys keys, Divisions divisions, AccessGuard guard, Clock clock) {
        this.ids = ids;
        this.keys = keys;
        this.divisions = divisions;
        this.guard = guard;
        this.clock = clock;
    }

    CitizenId citizen(String text) {
        return ids.read("citizen_id", text);
    }

    PersonKey person(String text) {
        return keys.of(citizen(text));
    }

    DivisionCode division(String text) {
        return divisions.read("division", text);
    }

    /** A division in which the calling officer works. */
    DivisionCode ownDivision(String text, RequestContext context) {
        DivisionCode division = division(text);
        guard.check(Callers.current(), context, division);
        return division;
    }

    boolean own(DivisionCode division) {
        return guard.sameDivision(Callers.current(), division);
    }

    /** A division of the calling officer's, for what is about no person. */
    DivisionCode ownDivision(String text) {
        DivisionCode division = division(text);
        if (!own(division)) {
            throw new RefusalException(new Refusal(
                    io.grpc.Status.Code.PERMISSION_DENIED,
                    "DIVISION",
                    "division",
                    "division " + division.value() + " is not inside the caller's division"));
        }
        return division;
    }

    LocalDate date(String field, String text) {
        return text.isEmpty() ? LocalDate.now(clock) : Dates.read(field, text);
    }

    LocalDate pastDate(String field, String text) {
        return Dates.notFuture(field, date(field, text), clock);
    }

    static Claims claims(List<PointsClaim> claims) {
        Map<String, String> values = new HashMap<>();
        claims.forEach(claim -> {
            if (values.put(claim.getItem(), claim.getValue()) != null) {
                throw twice("claims", claim.getItem());
            }
        });
        return new Claims(values);
    }

    static Map<String, OfficerFinding> findings(List<PointsFinding> findings) {
        Map<String, OfficerFinding> found = new HashMap<>();
        findings.forEach(finding -> {
            var one = new OfficerFinding(
                    Optional.of(finding.getValue()).filter(value -> !value.isEmpty()), finding.getFoundIn());
            if (found.put(finding.getItem(), one) != null) {
                throw twice("findings", finding.getItem());
            }
        });
        return found;
    }

    private static RefusalException twice(String field, String item) {
        return new RefusalException(Refusal.invalid("ITEM_TWICE", field, item + " is named twice; expected once"));
    }
}
