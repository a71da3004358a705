package onepermit.permit.registration;

import java.time.LocalDate;
import java.util.ArrayList;
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

    /**
     * @param gone periods as they were
     * @param written the same as they are
     */
    record Corrected(List<AddressPeriod> gone, List<AddressPeriod> written) {}

    /** The period that ended the day before the recorded day ends the day before the right one. */
    Corrected corrected(DivisionCode division, LocalDate recorded, LocalDate from) {
        AddressPeriod wrong = periods.stream()
                .filter(period -> period.kind().registers()
                        && period.division().equals(division)
                        && period.from().equals(recorded))
                .findFirst()
                .orElseThrow(() -> refused(Refusal.failedPrecondition(
                        "PERIOD_NOT_FOUND", "recorded_from", "no period of this division begins on " + recorded)));
        LocalDate to = wrong.to();
        if (to != null && from.isAfter(to)) {
            throw refused(Refusal.invalid("DATE_ORDER", "from", from + " is after the last day " + to));
        }
        List<AddressPeriod> written = new ArrayList<>(List.of(wrong.since(from)));
        before(wrong).ifPresent(earlier -> {
            requireNotBefore("from", from, earlier.from().plusDays(1));
            written.add(earlier.endedOn(from.minusDays(1)));
        });
        requireApart(wrong, from);
        return new Corrected(List.of(wrong), written);
    }

    private Optional<AddressPeriod> before(AddressPeriod period) {
        return periods.stream()
                .filter(earlier ->
                        earlier.kind().registers() && period.from().minusDays(1).equals(earlier.to()))
                .findFirst();
    }

    private void requireApart(AddressPeriod wrong, LocalDate from) {
        periods.stream()
                .filter(other -> other.kind().registers() && !other.equals(wrong))
                .filter(other -> other.from().isBefore(wrong.from()))
                .map(AddressPeriod::to)
                .filter(to -> to != null
                        && !to.isBefore(from)
                        && !to.equals(wrong.from().minusDays(1)))
                .findFirst()
                .ifPresent(to -> {
                    throw refused(Refusal.invalid(
                            "PERIOD_OVERLAP", "from", from + " lies in an earlier registration; expected a later day"));
                });
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
