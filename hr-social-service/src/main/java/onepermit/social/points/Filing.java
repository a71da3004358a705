package onepermit.social.points;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.contribution.Employer;

/**
 * A filing for points.
 *
 * @param division of the talent centre
 * @param employer that filed; empty for a confirmation
 * @param determinedOn when the score was fixed on it
 * @param version raised by every change
 */
public record Filing(
        String id,
        PersonKey person,
        DivisionCode division,
        Optional<Employer> employer,
        LocalDate filedOn,
        Claims claims,
        Findings findings,
        Optional<Acceptance> acceptance,
        Optional<LocalDate> determinedOn,
        long version) {

    /** @param dueOn last day on which the score is to be fixed */
    public record Acceptance(LocalDate on, LocalDate dueOn) {}

    public static Filing filed(
            String id, PersonKey person, DivisionCode division, Employer employer, LocalDate on, Claims claims) {
        return new Filing(
                id,
                person,
                division,
                Optional.of(employer),
                on,
                claims,
                Findings.NONE,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /**
     * The permit was endorsed, and the score is confirmed.
     *
     * @param found what was found on the claims before
     */
    static Filing confirmation(String id, Filing before, Findings found, LocalDate on) {
        return new Filing(
                id,
                before.person,
                before.division,
                Optional.empty(),
                on,
                before.claims,
                found,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    Filing accepted(Findings found, Acceptance accepted) {
        return new Filing(
                id,
                person,
                division,
                employer,
                filedOn,
                claims,
                found,
                Optional.of(accepted),
                Optional.empty(),
                version + 1);
    }

    Filing determined(LocalDate on) {
        return new Filing(
                id, person, division, employer, filedOn, claims, findings, acceptance, Optional.of(on), version + 1);
    }

    public boolean open() {
        return determinedOn.isEmpty();
    }

    public boolean overdue(LocalDate today) {
        return open() && acceptance.filter(of -> of.dueOn.isBefore(today)).isPresent();
    }
}
