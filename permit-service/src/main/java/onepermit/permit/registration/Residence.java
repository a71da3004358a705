package onepermit.permit.registration;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/**
 * All address periods of a person. Its changes are the periods to write.
 *
 * @param periods oldest first
 */
public record Residence(PersonKey person, List<AddressPeriod> periods) {
    private static final Comparator<AddressPeriod> OLDEST_FIRST = Comparator.comparing(AddressPeriod::from)
            .thenComparing(AddressPeriod::kind)
            .thenComparing(period -> period.division().value());

    public Residence {
        periods = periods.stream().sorted(OLDEST_FIRST).toList();
    }

    List<AddressPeriod> registered(AddressPeriod asked) {
        registration().ifPresent(open -> {
            throw refused(
                    Refusal.alreadyExists("ALREADY_REGISTERED", "citizen_id", "registered already; use ChangeAddress"));
        });
        requireAfterEarlierOnes(asked.from());
        return List.of(asked);
    }

    List<AddressPeriod> movedTo(DivisionCode division, String address, LocalDate from) {
        AddressPeriod open = requireOpen();
        requireNotBefore("from", from, open.from().plusDays(1));
        return List.of(
                open.endedOn(from.minusDays(1)),
                new AddressPeriod(division, address, ResidenceKind.REGISTRATION, from, null));
    }

    List<AddressPeriod> ended(LocalDate lastDay) {
        AddressPeriod open = requireOpen();
        requireNotBefore("to", lastDay, open.from());
        return List.of(open.endedOn(lastDay));
    }

    /** Every division that the residence names. */
    public List<DivisionCode> divisions() {
        return periods.stream().map(AddressPeriod::division).toList();
    }

    /** The division where the person is registered today. */
    public Optional<DivisionCode> registeredIn() {
        return registration().map(AddressPeriod::division);
    }

    /** The registration that is open today. */
    public Optional<AddressPeriod> registration() {
        return periods.reversed().stream()
                .filter(period -> period.kind().registers() && period.open())
                .findFirst();
    }

    private AddressPeriod requireOpen() {
        return registration()
                .orElseThrow(() -> refused(Refusal.failedPrecondition(
                        "NOT_REGISTERED", "citizen_id", "no open registration on record; use Register")));
    }

    private void requireAfterEarlierOnes(LocalDate from) {
        periods.stream()
                .filter(period -> period.kind().registers())
                .map(AddressPeriod::to)
                .filter(to -> to != null && !to.isBefore(from))
                .findFirst()
                .ifPresent(to -> {
                    throw refused(Refusal.invalid(
                            "PERIOD_OVERLAP", "from", from + " lies in an earlier registration; expected a later day"));
                });
    }

    private static void requireNotBefore(String field, LocalDate date, LocalDate earliest) {
        if (date.isBefore(earliest)) {
            throw refused(Refusal.invalid(
                    "DATE_ORDER",
                    field,
                    date + " is too early for the open registration; expected " + earliest + " or later"));
        }
    }

    private static RefusalException refused(Refusal refusal) {
        return new RefusalException(refusal);
    }
}
