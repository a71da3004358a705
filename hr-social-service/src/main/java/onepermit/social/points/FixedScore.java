package onepermit.social.points;

import java.time.LocalDate;
import java.util.OptionalInt;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/**
 * The score of a person that was fixed last.
 *
 * @param points empty after a veto
 * @param standsUntil day to which the permit was endorsed; whether the score stands at a date follows from it
 * @param permit version of the permit's fact by which that day is known
 */
public record FixedScore(
        PersonKey person,
        DivisionCode division,
        String filing,
        String decision,
        OptionalInt points,
        boolean standardReached,
        LocalDate determinedOn,
        LocalDate standsUntil,
        PermitVersion permit) {

    /** Version of a permit's fact. */
    public record PermitVersion(int incarnation, long version) {
        boolean newerThan(PermitVersion other) {
            return incarnation != other.incarnation ? incarnation > other.incarnation : version > other.version;
        }
    }

    public boolean stands(LocalDate day) {
        return !day.isAfter(standsUntil);
    }

    FixedScore seen(PermitVersion version, LocalDate until) {
        return new FixedScore(
                person, division, filing, decision, points, standardReached, determinedOn, until, version);
    }
}
