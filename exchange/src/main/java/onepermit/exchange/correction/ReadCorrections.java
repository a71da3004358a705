package onepermit.exchange.correction;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.access.AccessGuard;
import onepermit.exchange.access.Caller;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.correction.Correction.Standing;
import onepermit.exchange.correction.CorrectionTable.After;
import onepermit.exchange.correction.CorrectionTable.Asked;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.jspecify.annotations.Nullable;

/** Corrections as far as a caller may see them: the owner's people in whose division the record is kept, and who raised them. */
public final class ReadCorrections {
    private final Department department;
    private final CorrectionTable table;
    private final AccessGuard guard;
    private final Clock clock;

    ReadCorrections(Department department, CorrectionTable table, AccessGuard guard, Clock clock) {
        this.department = department;
        this.table = table;
        this.guard = guard;
        this.clock = clock;
    }

    /** One that the caller may not see looks like none. */
    public Correction known(String id, Caller caller) {
        return table.find(id)
                .filter(found -> mayAnswer(found, caller) || raised(found, caller))
                .orElseThrow(ReadCorrections::notFound);
    }

    /** One that the caller, of the owner, may answer. */
    public Correction toAnswer(String id, Caller caller) {
        return table.find(id).filter(found -> mayAnswer(found, caller)).orElseThrow(ReadCorrections::notFound);
    }

    /** One that the caller's department has raised. */
    public Correction ofOwn(String id, Caller caller) {
        return table.find(id).filter(found -> raised(found, caller)).orElseThrow(ReadCorrections::notFound);
    }

    /**
     * @param standing null = those that wait
     * @param token of the page before; empty = first page
     */
    public List<Correction> page(
            Caller caller, @Nullable Standing standing, boolean overdueOnly, String token, int most) {
        if (caller.division() == null) {
            AccessGuard.seat(caller);
        }
        return table.list(new Asked(
                owner(caller) ? null : caller.department(),
                caller.division(),
                standing,
                overdueOnly ? today() : null,
                token.isEmpty() ? null : after(token),
                most));
    }

    public static String token(Correction last) {
        return last.due().on() + "/" + last.id();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private boolean mayAnswer(Correction correction, Caller caller) {
        return owner(caller) && guard.sameDivision(caller, correction.doubt().division());
    }

    private boolean raised(Correction correction, Caller caller) {
        String division = correction.raiser().division();
        return correction.raiser().department().equals(caller.department())
                && (division.isEmpty() || guard.sameDivision(caller, new DivisionCode(division)));
    }

    private boolean owner(Caller caller) {
        return caller.department().isEmpty() || caller.department().equals(department.id());
    }

    private static After after(String token) {
        int slash = token.indexOf('/');
        try {
            return new After(LocalDate.parse(token.substring(0, Math.max(0, slash))), token.substring(slash + 1));
        } catch (DateTimeException e) {
            throw new RefusalException(Refusal.invalid(
                    "PAGE_TOKEN", "page_token", "expected the next_page_token of the answer before, unchanged"));
        }
    }

    private static RefusalException notFound() {
        return new RefusalException(Refusal.notFound(
                "CORRECTION_NOT_FOUND", "id", "no correction of that id for the caller's department and division"));
    }
}
