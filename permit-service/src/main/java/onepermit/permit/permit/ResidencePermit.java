package onepermit.permit.permit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import org.jspecify.annotations.Nullable;

/**
 * A residence permit as dates; its status follows from them.
 *
 * @param endorsedTo last day of the year it is endorsed for, an anniversary of {@code yearsCountFrom}
 * @param yearsCountFrom residence years count from
 * @param ending null = not cancelled
 */
public record ResidencePermit(
        PersonKey person,
        String number,
        DivisionCode division,
        PermitClass permitClass,
        LocalDate issuedOn,
        LocalDate endorsedTo,
        LocalDate yearsCountFrom,
        @Nullable Ending ending) {
    private static final int LONGEST_LIFE_IN_YEARS = 150;

    static ResidencePermit issued(PersonKey person, String number, DivisionCode division, LocalDate on) {
        return new ResidencePermit(person, number, division, PermitClass.ORDINARY, on, on.plusYears(1), on, null);
    }

    public PermitStatus status(LocalDate on, LapseRule lapse) {
        if (ending != null && !ending.on().isAfter(on) || lapse.endedBy(endorsedTo, on)) {
            return PermitStatus.CANCELLED;
        }
        return on.isAfter(endorsedTo) ? PermitStatus.SUSPENDED : PermitStatus.ACTIVE;
    }

    /** First day of the month before the full year, in which it is endorsed (Decree 663 art. 10). */
    public LocalDate endorsementFrom() {
        return endorsedTo.minusMonths(1);
    }

    ResidencePermit endorsed(LocalDate on, LapseRule lapse) {
        return switch (status(on, lapse)) {
            case CANCELLED -> throw refused("PERMIT_CANCELLED", "the permit has ended; apply for a new one");
            case ACTIVE -> endorsedInTime(on);
            case SUSPENDED -> endorsedLate(on, lapse);
        };
    }

    /** As a file says, with what has happened to the permit on record since. */
    ResidencePermit since(@Nullable ResidencePermit known) {
        if (known == null || !known.person.equals(person)) {
            return this;
        }
        LocalDate to = known.endorsedTo.isAfter(endorsedTo) ? known.endorsedTo : endorsedTo;
        Ending ended = ending == null ? known.ending : ending;
        return new ResidencePermit(person, number, division, permitClass, issuedOn, to, known.yearsCountFrom, ended);
    }

    ResidencePermit ended(Ending by) {
        return new ResidencePermit(person, number, division, permitClass, issuedOn, endorsedTo, yearsCountFrom, by);
    }

    /** The same permit on another card. */
    ResidencePermit numbered(String card) {
        return new ResidencePermit(person, card, division, permitClass, issuedOn, endorsedTo, yearsCountFrom, ending);
    }

    public @Nullable LocalDate cancelledOn() {
        return ending == null ? null : ending.on();
    }

    /** First day on which it has ended by itself if it is not endorsed; null where that ends no permit. */
    public @Nullable LocalDate lapsesOn(LapseRule lapse) {
        return lapse.afterwards() == LapseRule.Afterwards.CANCEL ? endorsedTo.plusDays(lapse.graceDays() + 1L) : null;
    }

    /** What time has brought it up to a day. */
    List<PermitNotice> notices(LocalDate today, LapseRule lapse) {
        List<PermitNotice> begun = new ArrayList<>();
        begun.add(new PermitNotice(number, PermitNotice.Kind.ENDORSEMENT_OPEN, endorsementFrom()));
        begun.add(new PermitNotice(number, PermitNotice.Kind.SUSPENDED, endorsedTo.plusDays(1)));
        LocalDate lapses = lapsesOn(lapse);
        if (lapses != null) {
            begun.add(new PermitNotice(number, PermitNotice.Kind.LAPSED, lapses));
        }
        return begun.stream().filter(notice -> !notice.on().isAfter(today)).toList();
    }

    private ResidencePermit endorsedInTime(LocalDate on) {
        if (on.isBefore(endorsementFrom())) {
            throw refused(
                    "ENDORSEMENT_TOO_EARLY", on + " is before the window " + endorsementFrom() + " to " + endorsedTo);
        }
        return countedFrom(yearsCountFrom, endorsedTo);
    }

    private ResidencePermit endorsedLate(LocalDate on, LapseRule lapse) {
        return lapse.inGrace(endorsedTo, on) ? countedFrom(yearsCountFrom, on) : countedFrom(on, on);
    }

    /** Endorsed to the first anniversary of {@code from} after {@code day}; counted from the start, so that 29 February comes back. */
    private ResidencePermit countedFrom(LocalDate from, LocalDate day) {
        LocalDate to = IntStream.rangeClosed(1, LONGEST_LIFE_IN_YEARS)
                .mapToObj(from::plusYears)
                .filter(anniversary -> anniversary.isAfter(day))
                .findFirst()
                .orElseThrow();
        return new ResidencePermit(person, number, division, permitClass, issuedOn, to, from, ending);
    }

    private static RefusalException refused(String reason, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, "citizen_id", text));
    }
}
